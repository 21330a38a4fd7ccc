using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.UnitCosts;
using Diversion.Evaluation.Money;
using NodaTime;

namespace Diversion.Casework.UnitCosts;

/// <summary>Imports unit costs, and knows those that are used now: the examples that ship, while none were imported.</summary>
public sealed class UnitCostService(ITableStore store, StreamCache cache, IChangeListener listener)
    : StreamService<UnitCostId, UnitCostTable, UnitCostCommand, UnitCostEvent>(UnitCostKind.Instance, store, cache, listener)
{
    /// <returns>The sheet, and in words where its numbers are from.</returns>
    public async ValueTask<(CostSheet Sheet, string Used)> Sheet(CancellationToken cancellation = default)
    {
        if (await Find(UnitCostId.Programme, cancellation) is not { } table)
        {
            return (UnitCostFile.Examples, "The example costs that ship with Diversion: no unit costs of the force have been imported.");
        }

        var (sheet, faults) = SheetOf(table.Costs, table.SeriesSource, table.Series, table.PriceYear);
        return (
            sheet ?? throw new InvalidOperationException($"The unit costs that were kept cannot be used: {string.Join(" ", faults)}"),
            string.Create(CultureInfo.InvariantCulture, $"The force’s own costs, import {table.Version} (SHA-256 {table.Checksum}), brought into prices of {table.PriceYear} by: {table.SeriesSource}."));
    }

    /// <summary>Replaces the costs, or refuses both files in words.</summary>
    /// <param name="costs">CSV in UTF-8 with the columns of <see cref="UnitCostCsv"/>.</param>
    /// <param name="series">CSV in UTF-8 with <c>year</c> and <c>index</c>.</param>
    /// <param name="seriesSource">Which series of prices it is, and its date.</param>
    /// <param name="priceYear">In whose prices sums are given.</param>
    public ValueTask<Outcome<UnitCostTable>> Import(byte[] costs, byte[] series, string seriesSource, int priceYear, Actor by, Instant now, ExecuteOptions? options = null, CancellationToken cancellation = default)
    {
        var (lines, faults) = UnitCostCsv.Costs(costs);
        var (years, others) = UnitCostCsv.Series(series);
        faults = [.. faults, .. others];
        if (faults.IsEmpty)
        {
            faults = SheetOf(lines, seriesSource, years, priceYear).Faults;
        }

        return faults.IsEmpty
            ? Execute(
                UnitCostId.Programme,
                new UnitCostCommand.ImportUnitCosts(Convert.ToHexStringLower(SHA256.HashData([.. costs, 0, .. series])), priceYear, lines, seriesSource, years) { By = by, At = now },
                options,
                cancellation)
            : ValueTask.FromResult<Outcome<UnitCostTable>>(new Outcome<UnitCostTable>.Refused(new Refusal.Invalid(
                RefusalCode.UnitCostsFaulty, $"Nothing was imported: correct this and import the whole files again.\n{string.Join('\n', faults.Take(100))}")));
    }

    protected override CommandEntry EntryOf(UnitCostCommand command) => UnitCostCommands.Of(command);

    protected override UnitCostCommand TimePassed(Instant now) => new UnitCostCommand.TimePassed { By = Actor.Clock, At = now };

    protected override Refusal? MayCommand(UnitCostTable? state, UnitCostCommand command) =>
        AccessPolicy.IsClock(command.By.Role) || AccessPolicy.MayImportForAnalysis(command.By) ? null : CaseworkRefusal.NotForRole();

    protected override ValueTask<Deciding<UnitCostTable, UnitCostEvent>> Decide(UnitCostId id, UnitCostTable? state, UnitCostCommand command, CancellationToken cancellation) =>
        ValueTask.FromResult(new Deciding<UnitCostTable, UnitCostEvent>(UnitCostDecider.Decide(state, command)));

    private static (CostSheet? Sheet, ImmutableArray<string> Faults) SheetOf(ImmutableArray<UnitCostLine> costs, string source, ImmutableArray<PriceYearIndex> series, int priceYear) => CostSheet.Make(
        costs.Select(cost => new UnitCost(cost.Id, cost.Name, cost.Unit, cost.Pounds, cost.PriceYear, cost.Source)),
        new Deflator(source, series.ToImmutableDictionary(year => year.Year, year => year.Index)),
        priceYear);
}
