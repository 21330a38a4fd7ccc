using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;
using Diversion.Domain.Streams;

namespace Diversion.Domain.HarmTables;

/// <summary>An index is taken whole or not at all: half of it would give half the harm.</summary>
public static class HarmTableDecider
{
    /// <summary>Event and snapshot are a row each, and the Home Office has some 1,500 classifications.</summary>
    public const int MostValues = 5_000;

    private const int LongestName = 40;
    private const int ChecksumLength = 64;

    /// <param name="table">Null before the first import.</param>
    public static Decision<HarmTable, HarmTableEvent> Decide(HarmTable? table, HarmTableCommand command) =>
        Admission.Of(command, HarmTableCommands.Of(command)) is { } refused ? Refused(table, refused) : command switch
        {
            HarmTableCommand.TimePassed => new([], null, table!),
            HarmTableCommand.ImportIndex import => Import(table, import),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };

    private static Decision<HarmTable, HarmTableEvent> Import(HarmTable? table, HarmTableCommand.ImportIndex import)
    {
        var name = import.Name?.Trim() ?? "";
        var texts = new TextInspection();
        texts.Line("version", name, required: true);
        if (texts.Fault is { } fault)
        {
            return Refused(table, fault);
        }

        if (name.Length > LongestName)
        {
            return Refused(table, Faulty($"The version has {name.Length} characters; at most {LongestName} are kept. Give the one that the publisher names, such as 2020."));
        }

        var values = import.Values.IsDefault ? [] : import.Values;
        if (values.IsEmpty || values.Length > MostValues)
        {
            return Refused(table, Faulty(values.IsEmpty ? "The index has no offence. Import the whole table." : $"The index has {values.Length} offences; at most {MostValues} are kept. Leave out what is no offence."));
        }

        if (import.Checksum?.Length != ChecksumLength
            || values.Any(value => OffenceClassification.Read(value.Classification).Value != value.Classification || value.Days < 0)
            || values.Select(value => value.Classification).Distinct(StringComparer.Ordinal).Count() != values.Length)
        {
            return Refused(table, Faulty("The index was not read as one is. Import the file again."));
        }

        var sorted = values.Sort(static (one, other) => string.CompareOrdinal(one.Classification, other.Classification));
        if (table is not null && table.Name == name && table.Checksum == import.Checksum && table.Values.SequenceEqual(sorted))
        {
            return new([], null, table);
        }

        var happened = new HarmTableEvent.IndexImported(name, import.Checksum, sorted, import.By.AsStaff(), import.At);
        return new([happened], null, HarmTable.Evolve(table, happened));
    }

    private static Refusal.Invalid Faulty(string why) => new(RefusalCode.HarmIndexFaulty, $"{why} Nothing was imported.");

    private static Decision<HarmTable, HarmTableEvent> Refused(HarmTable? table, Refusal refusal) => new([], refusal, table!);
}
