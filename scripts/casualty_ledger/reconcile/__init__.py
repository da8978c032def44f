"""What biased, bounded, partial claims imply together, under assumptions that are named.

``claims`` and ``evidence`` say what is fitted, ``model`` is the density, ``fit`` finds its mode
and samples it, ``variants`` fits it under other assumptions. Fitting needs the optional packages
of the extra ``reconcile``; everything else runs without them.
"""
