using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;

namespace Diversion.Domain.UnitCosts;

/// <summary>A table is taken whole or not at all: half of it would give half the cost.</summary>
public static class UnitCostDecider
{
    public const int MostCosts = 500;
    public const int MostYears = 100;
    public const decimal MostPounds = 10_000_000;

    private const int ChecksumLength = 64;
    private const int FirstYear = 1950;
    private const int LastYear = 2099;

    /// <param name="state">Null before the first import.</param>
    public static Decision<UnitCostTable, UnitCostEvent> Decide(UnitCostTable? state, UnitCostCommand command) =>
        Admission.Of(command, UnitCostCommands.Of(command)) is { } refused ? Refused(state, refused) : command switch
        {
            UnitCostCommand.TimePassed => new([], null, state!),
            UnitCostCommand.ImportUnitCosts import => Import(state, import),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };

    private static Decision<UnitCostTable, UnitCostEvent> Import(UnitCostTable? state, UnitCostCommand.ImportUnitCosts import)
    {
        var costs = import.Costs.IsDefault ? [] : import.Costs;
        var series = import.Series.IsDefault ? [] : import.Series;
        var texts = new TextInspection();
        texts.Line("series", import.SeriesSource, required: true);
        foreach (var cost in costs)
        {
            texts.Line("id", cost.Id, required: true);
            texts.Line("name", cost.Name, required: true);
            texts.Line("unit", cost.Unit, required: true);
            texts.Line("source", cost.Source, required: true);
        }

        if (texts.Fault is { } fault)
        {
            return Refused(state, fault);
        }

        if (costs.Length is 0 or > MostCosts || series.Length is 0 or > MostYears)
        {
            return Refused(state, Faulty($"A table has 1 to {MostCosts} costs and a price series of 1 to {MostYears} years; these are {costs.Length} and {series.Length}."));
        }

        if (import.Checksum?.Length != ChecksumLength
            || costs.Any(cost => cost.Pounds is < 0 or > MostPounds || !IsYear(cost.PriceYear))
            || series.Any(year => year.Index <= 0 || !IsYear(year.Year))
            || !IsYear(import.PriceYear)
            || costs.Select(cost => cost.Id).Distinct(StringComparer.Ordinal).Count() != costs.Length
            || series.Select(year => year.Year).Distinct().Count() != series.Length)
        {
            return Refused(state, Faulty("The table was not read as one is. Import the files again."));
        }

        if (state is not null && state.Checksum == import.Checksum && state.PriceYear == import.PriceYear && state.SeriesSource == import.SeriesSource.Trim())
        {
            return new([], null, state);
        }

        var happened = new UnitCostEvent.UnitCostsImported(import.Checksum, import.PriceYear, costs, import.SeriesSource.Trim(), series, import.By.AsStaff(), import.At);
        return new([happened], null, UnitCostTable.Evolve(state, happened));
    }

    private static bool IsYear(int year) => year is >= FirstYear and <= LastYear;

    private static Refusal.Invalid Faulty(string why) => new(RefusalCode.UnitCostsFaulty, $"{why} Nothing was imported.");

    private static Decision<UnitCostTable, UnitCostEvent> Refused(UnitCostTable? state, Refusal refusal) => new([], refusal, state!);
}
