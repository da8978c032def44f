"""``casualty-ledger reconcile``."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from casualty_ledger.commands.folders import BuiltOption, built_dataset

if TYPE_CHECKING:
    import pandas as pd

    from casualty_ledger.reconcile.result import Fit
    from casualty_ledger.reconcile.variants import Variant


_MEASURES = ("killed", "wounded", "missing", "captured", "casualties")


def reconcile(
    population: Annotated[str, typer.Option(help="Whose losses; id of a population.")],
    measure: Annotated[
        list[str] | None,
        typer.Option(help="killed, wounded or casualties; may be repeated. Default: all."),
    ] = None,
    variant: Annotated[
        list[str] | None,
        typer.Option(
            help="Assumptions: robust, standard, incentive, bias-0.35, bias-0.7, bias-1.4, "
            "independent, common; may be repeated. Default: robust and standard."
        ),
    ] = None,
    without: Annotated[
        str | None, typer.Option(help="Leave out the claims of this claimant.")
    ] = None,
    first_day: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Day of the first possible loss."),
    ] = None,
    seed: Annotated[int, typer.Option(help="Of all chance; the same seed, the same result.")] = 1,
    form: Annotated[str, typer.Option("--format", help="table, csv or json.")] = "table",
    dataset: BuiltOption = None,
) -> None:
    """Print what the claims on a force's losses imply together, under named assumptions.

    Medians with 50 and 90 % bands at the day of the last claim, never a number alone; csv and
    json hold every week. It needs the packages of the extra `reconcile`. A fit that fails its
    diagnostics prints why, and the command ends with 1.

    Example: casualty-ledger reconcile --population prk-forces --measure killed
    """
    if form not in ("table", "csv", "json"):
        raise typer.BadParameter("expected table, csv or json", param_hint="--format")
    if unknown := sorted(set(measure or ()) - set(_MEASURES)):
        expected = f"no measure {unknown[0]!r}; expected {', '.join(_MEASURES)}"
        raise typer.BadParameter(expected, param_hint="--measure")
    folder = built_dataset(dataset)

    from casualty_ledger.load import load
    from casualty_ledger.reconcile.engine import MissingExtraError
    from casualty_ledger.reconcile.evidence import claims_from_figures
    from casualty_ledger.reconcile.fit import problem_of
    from casualty_ledger.reconcile.variants import Variant, fit_variants, variant_named

    try:
        variants = [variant_named(name) for name in variant or ["robust", "standard"]]
        variants = [Variant(v.name, v.label, v.dials, without) for v in variants]
        evidence = claims_from_figures(load("figures", folder=folder), population=population)
        start = first_day.date() if first_day else evidence.first_day
        problem = problem_of(evidence.claims, start)
        fits = list(fit_variants(problem, variants, seed=seed, progress=_tell))
    except (MissingExtraError, ValueError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    failed = [(chosen, fit) for chosen, fit in fits if fit.failures]
    for chosen, fit in failed:
        typer.echo(f"{chosen.name}: the fit failed: {'; '.join(fit.failures)}", err=True)
    sound = [pair for pair in fits if not pair[1].failures]
    if sound:
        typer.echo(_written(_bands(sound, measure), form), nl=False)
    if failed:
        raise typer.Exit(1)


def _tell(number: int, count: int, variant: "Variant") -> None:
    typer.echo(f"[{number}/{count}] {variant.label}", err=True)


def _bands(fits: "list[tuple[Variant, Fit]]", measures: list[str] | None) -> "pd.DataFrame":
    import pandas as pd

    bands = pd.concat(
        [fit.bands.assign(variant=variant.name) for variant, fit in fits], ignore_index=True
    )
    if measures:
        bands = bands[bands["measure"].isin(measures)]
    first = ["variant", "force", "measure", "day"]
    return bands[[*first, *(name for name in bands if name not in first)]]


def _written(bands: "pd.DataFrame", form: str) -> str:
    numbers = ["median", "low_50", "high_50", "low_90", "high_90"]
    if form == "csv":
        return bands.to_csv(index=False, float_format="%.4g", lineterminator="\n")
    if form == "json":
        rounded = bands.assign(day=bands["day"].dt.strftime("%Y-%m-%d"))
        rounded[numbers] = rounded[numbers].map(lambda number: float(f"{number:.4g}"))
        return rounded.to_json(orient="records", indent=1) + "\n"
    from casualty_ledger.plots.reconciled import two_digits

    last = bands.groupby(["variant", "force", "measure"], sort=False).tail(1)
    shown = last.assign(
        day=last["day"].dt.strftime("%Y-%m-%d"), **{n: last[n].map(two_digits) for n in numbers}
    )
    return f"{shown.to_string(index=False)}\nclaims imply this under these assumptions\n"
