using System.Text.Json;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.Casework.Schemes;

/// <summary>Reads the folder of schemes: each *.json except *.schema.json, including the bank holidays and the minimum wage.</summary>
public static class SchemeFiles
{
    public const string BankHolidays = "bank-holidays.england-and-wales.json";

    public const string VocabularyName = "vocabulary.json";

    public const string MinimumWageName = "minimum-wage.json";

    private const string SchemaEnding = ".schema.json";

    /// <summary>The catalogue and the calendar, or all faults of all files: a folder with a fault is not loaded at all.</summary>
    public static SchemeLoad Load(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return new SchemeLoad.Faulty([new SchemeFault(folder, "$", "There is no such folder: name the folder of the scheme files.")]);
        }

        var files = Directory.EnumerateFiles(folder, "*.json")
            .Where(path => !path.EndsWith(SchemaEnding, StringComparison.OrdinalIgnoreCase))
            .OrderBy(path => path, StringComparer.Ordinal)
            .ToLookup(path => Path.GetFileName(path) is BankHolidays or VocabularyName or MinimumWageName ? Path.GetFileName(path) : null);

        var calendar = new List<WorkingCalendar>();
        var schemes = new List<SchemeRules>();
        var words = new List<Vocabulary>();
        var holidayFindings = files[BankHolidays].Select(path => ReadFile(path, root => CheckBankHolidays(root, path, calendar))).ToArray();
        var wordFindings = files[VocabularyName].Select(path => ReadFile(path, root => CheckVocabulary(root, path, words))).ToArray();
        if (wordFindings.Length == 0)
        {
            words.Add(Shipped<VocabularyFile>(VocabularyName).ToVocabulary());
        }

        var wages = new List<MinimumWages>();
        var wageFindings = files[MinimumWageName].Select(path => ReadFile(path, root => CheckMinimumWage(root, path, wages))).ToArray();
        if (wageFindings.Length == 0)
        {
            wages.Add(Shipped<MinimumWages>(MinimumWageName));
        }

        var schemeFindings = files[null].Select(path => ReadFile(path, root => CheckScheme(root, path, words.SingleOrDefault(), schemes))).ToArray();

        var faults = new List<SchemeFault>();
        if (holidayFindings.Length == 0)
        {
            faults.Add(new SchemeFault(BankHolidays, "$", "The file is missing: working days can't be counted without it."));
        }

        if (schemeFindings.Length == 0)
        {
            faults.Add(new SchemeFault(folder, "$", "There is no scheme file: add one such as checkpoint.v1.json."));
        }

        faults.AddRange(holidayFindings.Concat(wordFindings).Concat(wageFindings).Concat(schemeFindings).SelectMany(file => file.Faults));
        faults.AddRange(VersionChecks.Run(schemeFindings));
        return faults.Count > 0
            ? new SchemeLoad.Faulty([.. faults])
            : new SchemeLoad.Loaded(new SchemeCatalogue(schemes) { Wages = wages[0] }, calendar[0]);
    }

    /// <summary>All checks of one scheme on its own.</summary>
    /// <param name="words">Null when the vocabulary itself has faults.</param>
    internal static Findings CheckScheme(JsonElement root, string file, Vocabulary? words)
    {
        var findings = new Findings(file);
        FileSchema.Scheme.Check(root, findings);
        NoteChecks.Run(root, findings);
        SchemeChecks.Run(findings, words);
        return findings;
    }

    private static Findings CheckScheme(JsonElement root, string path, Vocabulary? words, List<SchemeRules> sound)
    {
        var findings = CheckScheme(root, Path.GetFileName(path), words);
        if (findings.Faults.Count == 0 && words is not null)
        {
            sound.Add(SchemeJson.Read(root, words));
        }

        return findings;
    }

    private static Findings CheckVocabulary(JsonElement root, string path, List<Vocabulary> sound)
    {
        var findings = new Findings(Path.GetFileName(path));
        FileSchema.Vocabulary.Check(root, findings);
        VocabularyChecks.Run(findings);
        if (findings.Faults.Count == 0)
        {
            sound.Add(root.Deserialize<VocabularyFile>(SchemeJson.Options)!.ToVocabulary());
        }

        return findings;
    }

    /// <summary>For a folder from before there was such a file.</summary>
    private static T Shipped<T>(string file)
    {
        using var stream = typeof(SchemeFiles).Assembly.GetManifestResourceStream(file)!;
        return JsonSerializer.Deserialize<T>(stream, SchemeJson.Options)!;
    }

    private static Findings CheckMinimumWage(JsonElement root, string path, List<MinimumWages> sound)
    {
        var findings = new Findings(Path.GetFileName(path));
        FileSchema.MinimumWage.Check(root, findings);
        MinimumWageChecks.Run(findings);
        if (findings.Faults.Count == 0)
        {
            sound.Add(root.Deserialize<MinimumWages>(SchemeJson.Options)!);
        }

        return findings;
    }

    private static Findings CheckBankHolidays(JsonElement root, string path, List<WorkingCalendar> sound)
    {
        var findings = new Findings(Path.GetFileName(path));
        FileSchema.BankHolidays.Check(root, findings);
        BankHolidayChecks.Run(findings);
        if (findings.Faults.Count == 0)
        {
            var file = root.Deserialize<BankHolidayFile>(SchemeJson.Options)!;
            sound.Add(new WorkingCalendar(file.Holidays.ToDictionary(holiday => holiday.Date, holiday => holiday.Name), file.From, file.To));
        }

        return findings;
    }

    private static Findings ReadFile(string path, Func<JsonElement, Findings> check)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), SchemeJson.Strict);
            return check(document.RootElement);
        }
        catch (JsonException malformed)
        {
            var line = malformed.LineNumber is { } number ? $" at line {number + 1}" : string.Empty;
            return Unreadable(path, $"Not valid JSON{line}: {malformed.Message}");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Unreadable(path, $"The file can't be read: {unreadable.Message}");
        }
    }

    private static Findings Unreadable(string path, string reason)
    {
        var findings = new Findings(Path.GetFileName(path));
        findings.Fault("$", reason);
        return findings;
    }
}
