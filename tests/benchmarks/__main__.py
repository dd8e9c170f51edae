"""`make bench`: every benchmark, one table. Each module has `measures() -> Iterable[Measure]`."""

from tests.benchmarks import document, epci, exchange, footprint, grid, portfolio, reports, startup

MODULES = (startup, document, exchange, footprint, grid, epci, reports, portfolio)


def main() -> None:
    for module in MODULES:
        for measure in module.measures():
            print(measure.row(), flush=True)


if __name__ == "__main__":
    main()
