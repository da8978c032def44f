"""Linear algebra on one thread: a fit must not depend on the number of cores."""

import numpy as np
import pytest

from casualty_ledger.reconcile.engine import one_thread

threadpoolctl = pytest.importorskip("threadpoolctl")


def threads() -> list[int]:
    np.linalg.inv(np.eye(3))  # the library is loaded now at the latest
    libraries = threadpoolctl.threadpool_info()
    return [one["num_threads"] for one in libraries if one["user_api"] == "blas"]


def test_within_a_fit_linear_algebra_has_one_thread_and_as_many_as_before_after_it() -> None:
    with threadpoolctl.threadpool_limits(limits=2, user_api="blas"):
        before = threads()
        assert before
        with one_thread():
            assert threads() == [1] * len(before)
        assert threads() == before == [2] * len(before)
