"""The optional packages: jax, set up so that the same seed gives the same result."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from casualty_ledger.reconcile.density import Array, Arrays
from casualty_ledger.reconcile.design import Floats, Integers

PACKAGES = ("jax", "blackjax", "arviz_stats", "threadpoolctl")
INSTALL = 'pip install "casualty-ledger[reconcile]"'
# One thread: sums are then taken in one order, and other work keeps its cores.
_FLAGS = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
# Looking an element up takes as long as so many steps of a product; and the elements of the
# largest matrix of zeros and ones that serves as an index.
_LOOK_UP, _LARGEST_PRODUCT = 4, 1_000_000


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


@contextmanager
def one_thread() -> Iterator[None]:
    """Within, the linear algebra of numpy and scipy takes one thread.

    With several, sums are taken in an order that depends on the number of cores, and so does their
    last digit; and for matrices as small as these, the threads mostly wait for one another.
    """
    from threadpoolctl import threadpool_limits

    with threadpool_limits(limits=1, user_api="blas"):
        yield


def cache_folder() -> Path | None:
    """Return where compiled code is kept between runs; None for nowhere."""
    named = os.environ.get("CASUALTY_LEDGER_CACHE")
    if named is not None:
        return Path(named) if named else None
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "casualty-ledger" / "jax"


def jax_arrays(jax: Any) -> Arrays:
    """Return jax.numpy as an array module."""

    def pick(array: Array, places: Integers) -> Array:
        return _picker(jax, places, array.shape[-1])(array)

    return Arrays(jax.numpy, jax.scipy.special.log_ndtr, pick)


def _picker(jax: Any, places: Integers, size: int) -> Callable[[Array], Array]:
    """Return what takes elements of the last axis by place, with a slope that is fast.

    The slope of an index adds up, for each element, what came of it. Left to the compiler that is
    a loop over elements, which takes most of the time of a step. Where few rows share an element
    the sum is an index too, of the rows by element; where many do, a product with zeros and ones.
    """
    counts = np.bincount(places, minlength=size)
    if _LOOK_UP * counts.max() > len(places):
        if size * len(places) > _LARGEST_PRODUCT:
            return lambda array: array[..., places]
        chosen = (np.arange(size)[:, None] == places[None, :]).astype(float)
        return lambda array: array @ chosen
    rows, there = _rows_by_element(places, counts)
    picked = jax.custom_vjp(lambda array: array[..., places])
    picked.defvjp(
        lambda array: (array[..., places], None),
        lambda _, slope: ((slope[..., rows] * there).sum(axis=-1),),
    )
    taken: Callable[[Array], Array] = picked
    return taken


def _rows_by_element(places: Integers, counts: Integers) -> tuple[Integers, Floats]:
    """Return which rows took each element, and 1.0 where there is such a row [S, most] each."""
    rows = np.zeros((len(counts), int(counts.max())), dtype=np.int64)
    there = np.zeros(rows.shape)
    order = np.argsort(places, kind="stable")
    taken = places[order]
    nth = np.arange(len(places)) - (np.cumsum(counts) - counts)[taken]
    rows[taken, nth], there[taken, nth] = order, 1.0
    return rows, there
