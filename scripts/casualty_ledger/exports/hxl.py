"""The figures as CSV with a row of HXL hashtags, as humanitarian tools read it."""

from casualty_ledger.exports.content import Content
from casualty_ledger.publish.tables import csv_bytes

# Humanitarian Exchange Language 1.1: a hashtag and its attributes for each column. Figures are
# counts of soldiers and not of people in need, so values are indicators and not #affected.
HASHTAGS = {
    "figure_id": "#meta+id+figure",
    "statement_id": "#meta+id+statement",
    "conflict": "#crisis+code",
    "population": "#group+code",
    "place": "#loc+code",
    "measure": "#indicator+type+code",
    "ambiguous": "#indicator+ambiguous+bool",
    "includes": "#indicator+includes+list",
    "value_low": "#indicator+value+min+num",
    "value_best": "#indicator+value+best+num",
    "value_high": "#indicator+value+max+num",
    "bound": "#indicator+bound+code",
    "value_as_stated": "#indicator+value+text",
    "scope": "#indicator+scope+code",
    "as_of_start": "#date+start+reported",
    "as_of_end": "#date+end+reported",
    "as_of_inferred": "#date+reported+inferred+bool",
    "claimed_on": "#date+claimed",
    "claimed_on_precision": "#date+claimed+precision+code",
    "claimed_on_inferred": "#date+claimed+inferred+bool",
    "claimant": "#org+claimant+code",
    "claimant_country": "#country+claimant+code+v_iso2",
    "stance": "#org+claimant+stance+code",
    "spokesperson": "#contact+name",
    "setting": "#meta+setting",
    "basis": "#meta+basis+code",
    "certainty": "#meta+certainty+code",
    "derivation": "#meta+derivation+code",
    "part_of": "#meta+id+whole",
    "status": "#status+code",
    "status_since": "#date+status",
    "status_reason": "#status+reason",
    "supersedes": "#meta+id+earlier",
    "superseded_by": "#meta+id+later",
    "first_published_on": "#date+published",
    "report_count": "#meta+reports+num",
    "language_count": "#meta+languages+num",
    "statement_note": "#description+statement",
    "note": "#description+figure",
    "added_in": "#meta+version+added",
    "revised_in": "#meta+version+revised",
}


def hxl(content: Content) -> bytes:
    """Return the figures as CSV: headers, hashtags, rows.

    Raises:
        ValueError: another table is held; only figures have hashtags.
    """
    if content.main != "figures":
        raise ValueError(f"only figures have HXL hashtags, {content.main} have none")
    header, _, rows = csv_bytes(content.frames["figures"], content.tables["figures"]).partition(
        b"\n"
    )
    tags = ",".join(HASHTAGS[name] for name in header.decode("ascii").split(","))
    return b"\n".join([header, tags.encode("ascii"), rows])
