using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Streams;

namespace Diversion.Domain.OffenceCodes;

/// <summary>A table is taken whole or not at all: a faulty row would leave an offence that cannot be found.</summary>
public static class OffenceTableDecider
{
    /// <summary>With <see cref="MostCharacters"/>, what one row of the smallest store holds.</summary>
    public const int MostCodes = 3_000;

    internal const int MostCharacters = 480_000;

    private const int FaultsNamed = 20;

    /// <param name="table">Null before the first import.</param>
    /// <param name="words">The offence groups that a row may name.</param>
    public static Decision<OffenceTable, OffenceTableEvent> Decide(OffenceTable? table, OffenceTableCommand command, Vocabulary words)
    {
        if (Admission.Of(command, OffenceTableCommands.Of(command)) is { } refused)
        {
            return Refused(table, refused);
        }

        return command switch
        {
            OffenceTableCommand.TimePassed => new([], null, table!),
            OffenceTableCommand.ImportTable import => Import(table, import, words),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
    }

    private static Decision<OffenceTable, OffenceTableEvent> Import(OffenceTable? table, OffenceTableCommand.ImportTable import, Vocabulary words)
    {
        var rows = import.Rows.IsDefault ? [] : import.Rows;
        if (rows.IsEmpty)
        {
            return Refused(table, new Refusal.Invalid(RefusalCode.OffenceTableFaulty, "The table has no rows. Give at least one offence code."));
        }

        if (rows.Length > MostCodes)
        {
            return Refused(table, TooLarge($"{rows.Length} rows"));
        }

        var (codes, faults) = OffenceCodeReading.Read(rows, words);
        if (faults.Count > 0)
        {
            var more = faults.Count > FaultsNamed ? $"\n… and {faults.Count - FaultsNamed} more" : "";
            return Refused(table, new Refusal.Invalid(
                RefusalCode.OffenceTableFaulty,
                $"Nothing was imported: correct these rows and import the whole file again.\n{string.Join('\n', faults.Take(FaultsNamed))}{more}"));
        }

        if (codes.Sum(OffenceCodeReading.CharactersOf) > MostCharacters)
        {
            return Refused(table, TooLarge("that many long descriptions"));
        }

        if (table is not null && table.Codes.SequenceEqual(codes))
        {
            return new([], null, table);
        }

        var happened = new OffenceTableEvent.TableImported(codes, import.By.AsStaff(), import.At);
        return new([happened], null, OffenceTable.Evolve(table, happened));
    }

    private static Refusal.Invalid TooLarge(string what) => new(
        RefusalCode.OffenceTableTooLarge, $"A table with {what} cannot be kept: at most {MostCodes} codes. Leave out offences that are never diverted. Nothing was imported.");

    private static Decision<OffenceTable, OffenceTableEvent> Refused(OffenceTable? table, Refusal refusal) => new([], refusal, table!);
}
