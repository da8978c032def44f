"""Linear algebra on one thread: a fit must not depend on the number of cores."""

import pytest

from casualty_ledger.reconcile.threads import _libraries, one_thread


def test_within_a_fit_linear_algebra_has_one_thread_and_as_many_as_before_after_it():
    libraries = _libraries()
    if not libraries:
        pytest.skip("no OpenBLAS of numpy's or scipy's wheels")
    before = [library.threads() for library in libraries]
    for library in libraries:
        library.set_threads(2)
    with one_thread():
        assert [library.threads() for library in libraries] == [1] * len(libraries)
    assert [library.threads() for library in libraries] == [2] * len(libraries)
    for library, count in zip(libraries, before, strict=True):
        library.set_threads(count)
