"""The optional packages: jax, set up so that the same seed gives the same result."""

import os
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from casualty_ledger.reconcile.density import Arrays

PACKAGES = ("jax", "blackjax", "arviz_stats")
INSTALL = 'pip install "casualty-ledger[reconcile]"'
# One thread: sums are then taken in one order, and other work keeps its cores.
_FLAGS = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"


class MissingExtraError(ImportError):
    """The packages of the extra ``reconcile`` are not installed; the message says how."""


def missing_packages() -> list[str]:
    """Return which of the optional packages are not installed."""
    return [name for name in PACKAGES if find_spec(name) is None]


def load_jax() -> Any:
    """Return jax with 64-bit numbers, one thread and a cache of compiled code.

    The cache lies in the user's cache folder; ``CASUALTY_LEDGER_CACHE`` names another, and an
    empty one means none.

    Raises:
        MissingExtraError: an optional package is not installed.
    """
    if missing := missing_packages():
        raise MissingExtraError(
            f"reconciling claims needs packages that are not installed: {', '.join(missing)}; "
            f"install them with: {INSTALL} (in a checkout: make dataset)"
        )
    os.environ.setdefault("XLA_FLAGS", _FLAGS)
    os.environ.setdefault("JAX_PLATFORMS", "cpu")
    import jax

    jax.config.update("jax_enable_x64", True)
    if folder := cache_folder():
        jax.config.update("jax_compilation_cache_dir", str(folder))
        jax.config.update("jax_persistent_cache_min_compile_time_secs", 0.5)
    return jax


def cache_folder() -> Path | None:
    """Return where compiled code is kept between runs; None for nowhere."""
    named = os.environ.get("CASUALTY_LEDGER_CACHE")
    if named is not None:
        return Path(named) if named else None
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "casualty-ledger" / "jax"


def jax_arrays(jax: Any) -> Arrays:
    """Return jax.numpy as an array module."""
    return Arrays(jax.numpy, jax.scipy.special.log_ndtr)
