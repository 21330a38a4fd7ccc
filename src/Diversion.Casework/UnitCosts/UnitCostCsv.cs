using System.Collections.Immutable;
using System.Globalization;
using Diversion.Domain.Reading;
using Diversion.Domain.UnitCosts;
using Diversion.Evaluation.Harm;

namespace Diversion.Casework.UnitCosts;

/// <summary>Reads unit costs (<c>id,name,unit,pounds,price_year,source</c>) and a price series (<c>year,index</c>) from CSV in UTF-8.</summary>
internal static class UnitCostCsv
{
    private static readonly string[] CostColumns = ["id", "name", "unit", "pounds", "price_year", "source"];
    private static readonly string[] SeriesColumns = ["year", "index"];

    public static (ImmutableArray<UnitCostLine> Costs, ImmutableArray<string> Faults) Costs(ReadOnlySpan<byte> file)
    {
        var (costs, faults) = (ImmutableArray.CreateBuilder<UnitCostLine>(), ImmutableArray.CreateBuilder<string>());
        foreach (var (number, cells) in Rows(file, "Costs", CostColumns, faults))
        {
            var (pounds, year) = (NumberText.Decimal(cells[3]), Year(cells[4]));
            var why = cells[0].Length == 0 ? "it has no id."
                : costs.Any(cost => cost.Id == cells[0]) ? $"{cells[0]} is there twice. Keep one."
                : cells[1].Length == 0 || cells[2].Length == 0 ? "name and unit are needed: readers see them."
                : cells[5].Length == 0 ? "it has no source. Say where the number is from, with its year."
                : !pounds.IsRead || pounds.Value is < 0 or > UnitCostDecider.MostPounds ? $"pounds \"{cells[3]}\" is not an amount from 0 to {UnitCostDecider.MostPounds:0}."
                : year is null ? $"price_year \"{cells[4]}\" is not a year such as 2026."
                : null;
            if (why is not null)
            {
                faults.Add($"Costs, line {number}: {why}");
            }
            else
            {
                costs.Add(new UnitCostLine(cells[0], cells[1], cells[2], pounds.Value, year!.Value, cells[5]));
            }
        }

        return (costs.ToImmutable(), faults.ToImmutable());
    }

    public static (ImmutableArray<PriceYearIndex> Years, ImmutableArray<string> Faults) Series(ReadOnlySpan<byte> file)
    {
        var (years, faults) = (ImmutableArray.CreateBuilder<PriceYearIndex>(), ImmutableArray.CreateBuilder<string>());
        foreach (var (number, cells) in Rows(file, "Price series", SeriesColumns, faults))
        {
            var (year, index) = (Year(cells[0]), NumberText.Decimal(cells[1]));
            var why = year is null ? $"year \"{cells[0]}\" is not a year such as 2026."
                : years.Any(one => one.Year == year) ? $"{year} is there twice. Keep one."
                : !index.IsRead || index.Value <= 0 ? $"index \"{cells[1]}\" is not a number above 0."
                : null;
            if (why is not null)
            {
                faults.Add($"Price series, line {number}: {why}");
            }
            else
            {
                years.Add(new PriceYearIndex(year!.Value, index.Value));
            }
        }

        return (years.ToImmutable(), faults.ToImmutable());
    }

    /// <returns>The cells of each line, in the order of the columns.</returns>
    private static List<(int Number, string[] Cells)> Rows(ReadOnlySpan<byte> file, string what, string[] columns, ImmutableArray<string>.Builder faults)
    {
        var lines = CsvText.Read(file);
        List<string> header = lines.Count == 0 ? [] : [.. lines[0].Cells.Select(cell => Characters.Fold(cell).ToLowerInvariant())];
        int[] places = [.. columns.Select(column => header.IndexOf(column))];
        if (places.Any(place => place < 0))
        {
            faults.Add($"{what}: the first line needs the columns {string.Join(", ", columns)}{(header.Count == 0 ? "; the file is empty." : $"; it has: {string.Join(", ", header)}.")}");
            return [];
        }

        var rows = new List<(int, string[])>();
        foreach (var line in lines.Skip(1).Where(line => line.Cells.Any(cell => cell.Length > 0)))
        {
            if (line.Cells.Count <= places.Max())
            {
                faults.Add($"{what}, line {line.Number}: a cell is missing.");
                continue;
            }

            rows.Add((line.Number, [.. places.Select(place => line.Cells[place].Trim())]));
        }

        if (rows.Count == 0 && faults.Count == 0)
        {
            faults.Add($"{what}: the file has only its first line.");
        }

        return rows;
    }

    private static int? Year(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1950 and <= 2099 ? year : null;
}
