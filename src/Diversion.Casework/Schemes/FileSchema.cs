using System.Text.Json;
using Diversion.Domain.Reading;
using Json.Schema;

namespace Diversion.Casework.Schemes;

/// <summary>
/// One of the JSON schemas in <c>schemes/</c>, as this program was built with it. Files are validated against it; what is
/// wrong is said in <see cref="SchemaFaults"/>' words.
/// </summary>
internal sealed class FileSchema
{
    /// <summary>A property for editors: which schema the file follows.</summary>
    public const string SchemaProperty = "$schema";

    private static readonly EvaluationOptions Options = Evaluation();

    private readonly JsonElement text;
    private readonly JsonSchema schema;

    private FileSchema(string name)
    {
        using var stream = typeof(FileSchema).Assembly.GetManifestResourceStream(name)!;
        using var document = JsonDocument.Parse(stream);
        text = document.RootElement.Clone();
        schema = JsonSchema.Build(text, new BuildOptions { SchemaRegistry = new SchemaRegistry() });
    }

    public static FileSchema Scheme { get; } = new("scheme.schema.json");

    public static FileSchema Vocabulary { get; } = new("vocabulary.schema.json");

    public static FileSchema BankHolidays { get; } = new("bank-holidays.schema.json");

    public static FileSchema MinimumWage { get; } = new("minimum-wage.schema.json");

    /// <summary>Finds every fault of the file, and every value that is sound.</summary>
    public void Check(JsonElement file, Findings findings)
    {
        var places = FilePlaces.Of(file);
        var faults = new SchemaFaults(text, places);
        foreach (var found in schema.Evaluate(file, Options).Details ?? [])
        {
            foreach (var keyword in found.Errors?.Keys ?? Enumerable.Empty<string>())
            {
                faults.Add(keyword, $"{found.InstanceLocation}", found.Errors![keyword]);
            }
        }

        findings.Take(places, faults.ByPath);
    }

    /// <summary>A date is read as everywhere else, with blanks around it too.</summary>
    private static EvaluationOptions Evaluation()
    {
        var options = new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true, FormatRegistry = new FormatRegistry() };
        options.FormatRegistry.Register(new PredicateFormat("date", value => value.ValueKind is not JsonValueKind.String || DateText.ReadIso(value.GetString()).IsRead));
        return options;
    }
}
