using System.Security.Cryptography;
using Diversion.Domain.Reading;

namespace Diversion.Evaluation.Harm;

/// <summary>
/// Harm of offences in days of prison that a first offender would get (Cambridge Crime Harm Index, Sherman, Neyroud and
/// Neyroud 2016). The table is the force's to import; none ships, since its licence is unclear.
/// </summary>
/// <param name="Version">As the force names it: <c>2020</c>.</param>
/// <param name="Checksum">SHA-256 of the imported file, in lower-case hexadecimal: results name it.</param>
/// <param name="Days">By Home Office classification <c>NNN/NN</c>.</param>
public sealed record HarmIndex(string Version, string Checksum, ImmutableDictionary<string, decimal> Days)
{
    /// <summary>Columns of the file; <c>name</c> and others are read over.</summary>
    public const string CodeColumn = "offence_code";

    public const string DaysColumn = "days";

    /// <summary>Life imprisonment is some 5,500 days in the published index; more than this is a mistake.</summary>
    private const decimal MostDays = 36_500;

    private const int MostFaults = 100;

    /// <summary>Reads a CSV file in UTF-8 with the columns <c>offence_code</c> and <c>days</c>.</summary>
    /// <returns>The index, and every fault by line in words. With a fault there is no index: half a table would give half the harm.</returns>
    public static (HarmIndex? Index, ImmutableArray<string> Faults) Read(ReadOnlySpan<byte> file, string version)
    {
        var lines = CsvText.Read(file);
        if (lines.Count == 0)
        {
            return (null, ["The file is empty. It needs a first line with offence_code and days."]);
        }

        var header = lines[0].Cells.Select(cell => Characters.Fold(cell).ToLowerInvariant()).ToList();
        var (code, days) = (header.IndexOf(CodeColumn), header.IndexOf(DaysColumn));
        if (code < 0 || days < 0 || string.IsNullOrWhiteSpace(version))
        {
            return (null, [string.IsNullOrWhiteSpace(version) ? "The index needs a version. Give the one that its publisher names." : $"The first line needs the columns {CodeColumn} and {DaysColumn}; it has: {string.Join(", ", header)}."]);
        }

        var (table, faults) = (ImmutableDictionary.CreateBuilder<string, decimal>(StringComparer.Ordinal), ImmutableArray.CreateBuilder<string>());
        foreach (var line in lines.Skip(1).Where(line => line.Cells.Any(cell => cell.Length > 0)))
        {
            if (Fault(line.Cells, code, days, table) is { } fault)
            {
                faults.Add($"Line {line.Number}: {fault}");
            }
        }

        if (table.Count == 0 && faults.Count == 0)
        {
            faults.Add("The file has no offence. Import the whole table.");
        }

        return faults.Count > 0
            ? (null, Shortened(faults))
            : (new HarmIndex(version.Trim(), Convert.ToHexStringLower(SHA256.HashData(file)), table.ToImmutable()), []);
    }

    private static string? Fault(IReadOnlyList<string> cells, int code, int days, ImmutableDictionary<string, decimal>.Builder table)
    {
        if (cells.Count <= Math.Max(code, days))
        {
            return "a cell is missing.";
        }

        var (offence, value) = (OffenceClassification.Read(cells[code]), NumberText.Decimal(cells[days]));
        if (!offence.IsRead)
        {
            return $"{CodeColumn} \"{cells[code]}\" is not {OffenceClassification.Form}.";
        }

        if (!value.IsRead || value.Value is < 0 or > MostDays)
        {
            return $"{DaysColumn} \"{cells[days]}\" is not a number of days from 0 to {MostDays}.";
        }

        if (table.TryGetValue(offence.Value!, out var before) && before != value.Value)
        {
            return $"{offence.Value} has two values, {before} and {value.Value}. Keep one.";
        }

        table[offence.Value!] = value.Value;
        return null;
    }

    private static ImmutableArray<string> Shortened(ImmutableArray<string>.Builder faults) =>
        faults.Count <= MostFaults ? faults.ToImmutable() : [.. faults.Take(MostFaults), $"And {faults.Count - MostFaults} more."];
}
