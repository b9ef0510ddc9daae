"""Reads the tables that a run of the job has written, with types and exact money.

    run = Run()                      # the newest run under $OUT, else ../out
    services = run.table("services")

Text stays text (account ids keep their leading zeros), figures are floats with NaN where nothing is
known, days are dates. Money is compared in whole cents: cents(column).
"""

import os
import re

import pandas

DATES = frozenset(
    "day start_date end_date first_seen_date last_seen_date implemented_date window_start window_end".split()
)
FLAGS = frozenset("suppressed shared_cost recommended rejected restart_needed rollback_possible".split())
FIGURES = frozenset(
    """
    actual allocated_to_clusters allocated_to_services available_hours backtest_cpu_over_share backtest_days
    backtest_oom_days billed_cost billed_total confidence controls_failed controls_no_data
    controls_not_applicable controls_passed cost_after cost_before cost_monthly_expected cost_monthly_high
    cost_monthly_low cost_per_task_hour coverage coverage_after cpu_max cpu_p50 cpu_p95 cpu_p99 days_observed
    desired_count difference effective_cost evidence_coverage evidence_days expected fix_monthly_expected
    fix_monthly_high fix_monthly_low high impact impact_share list_cost locked_by_commitment_monthly low max mean
    memory_max memory_p50 memory_p95 memory_p99 minutes month_to_date monthly_cost monthly_savings
    net_effective_cost net_monthly_so_far not_ecs other_ecs p50 p95 p99 realized_monthly_savings
    recommended_cpu_units recommended_desired_count recommended_memory_mib recommended_monthly_cost rows_read
    rows_skipped rows_turned rows_used running_count_avg saves_monthly savings_p10 savings_p50 savings_p90
    score_after score_before spot_share standalone_monthly_savings step task_cpu_units task_hours task_memory_mib
    unused_cost waterfall_monthly_savings weeks_open
    """.split()
) | {"services"}
pandas.options.display.float_format = "{:,.2f}".format
pandas.options.display.max_colwidth = 120
pandas.options.display.width = 200
pandas.options.display.max_columns = 50
SERVICE = ["account_id", "region", "cluster_name", "service_name"]


class Run:
    """One run's folder, local or behind a URL that fsspec can open (s3://… needs s3fs)."""

    def __init__(self, out=None, run_date=None):
        self.out = (out or os.environ.get("OUT") or "../out").rstrip("/")
        dates = [run_date] if run_date else sorted(_run_dates(self.out))
        if not dates:
            raise FileNotFoundError(f"no run_date=… under {self.out}: run ./advise, or set OUT to its --out")
        self.date = dates[-1]

    def path(self, file):
        return f"{self.out}/run_date={self.date}/{file}"

    def table(self, name):
        """A table, typed by the names of its columns."""
        frame = pandas.read_csv(self.path(f"{name}.csv"), dtype=str, keep_default_na=False)
        for column in frame.columns:
            if column in FIGURES:
                frame[column] = pandas.to_numeric(frame[column].mask(frame[column] == "")).astype(float)
            elif column in DATES:
                frame[column] = pandas.to_datetime(frame[column].mask(frame[column] == ""))
            elif column in FLAGS:
                frame[column] = frame[column].map({"true": True, "false": False})
        return frame


def _run_dates(out):
    if "://" in out:
        import fsspec

        files, root = fsspec.core.url_to_fs(out)
        names = [entry.rstrip("/").rsplit("/", 1)[-1] for entry in files.ls(root, detail=False)]
    else:
        names = os.listdir(out) if os.path.isdir(out) else []
    return [name[len("run_date=") :] for name in names if re.fullmatch(r"run_date=\d{4}-\d\d-\d\d", name)]


def cents(money):
    """Whole cents of amounts that are written with two decimals: they add up exactly."""
    return (money * 100).round().astype("int64")


def main_currency(frame, amount):
    """The currency with the most money. Amounts of different currencies are never added up."""
    totals = frame.groupby("currency")[amount].sum()
    others = [currency for currency in totals.index if currency and currency != totals.idxmax()]
    if others:
        print(f"shown: {totals.idxmax()}; left out: {', '.join(others)}")
    return totals.idxmax()


def evidence(text):
    """The name=value pairs of an evidence cell."""
    return dict(pair.split("=", 1) for pair in text.split("; ") if "=" in pair)


def fargate_sizes():
    """The task sizes of Linux on Fargate as (CPU units, MiB), ascending; notebooks/run holds them to the models'."""
    gib = {
        256: [0.5, 1, 2],
        512: range(1, 5),
        1024: range(2, 9),
        2048: range(4, 17),
        4096: range(8, 31),
        8192: range(16, 61, 4),
        16384: range(32, 121, 8),
        32768: [60, 120, 244],
    }
    return [(cpu, int(size * 1024)) for cpu, sizes in gib.items() for size in sizes]
