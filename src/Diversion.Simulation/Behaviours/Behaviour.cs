using System.Text.Json;

namespace Diversion.Simulation.Behaviours;

/// <summary>How simulated people behave: the figures of <c>behaviour.json</c> by name.</summary>
public sealed class Behaviour
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    };

    private Behaviour(IReadOnlyDictionary<string, Figure> figures) => Figures = figures;

    public static string ShippedFile { get; } = Path.Combine(AppContext.BaseDirectory, "Simulation", "behaviour.json");

    /// <summary>All of them, published and assumed; they are part of the summary.</summary>
    public IReadOnlyDictionary<string, Figure> Figures { get; }

    /// <exception cref="KeyNotFoundException">A name that the file does not have.</exception>
    public double this[string name] => Figures.TryGetValue(name, out var figure)
        ? figure.Value
        : throw new KeyNotFoundException($"behaviour.json has no figure {name}. Put it back from the shipped file.");

    public int Whole(string name) => (int)this[name];

    /// <summary>With other values for some figures, to try them out.</summary>
    internal Behaviour With(params ReadOnlySpan<(string Name, double Value)> others)
    {
        var figures = new Dictionary<string, Figure>(Figures, StringComparer.Ordinal);
        foreach (var (name, value) in others)
        {
            figures[name] = figures[name] with { Value = value, Assumed = true };
        }

        return new(figures);
    }

    /// <exception cref="InvalidDataException">This program cannot read the file; the message says what to correct.</exception>
    public static Behaviour Read(string path)
    {
        BehaviourFile? file;
        try
        {
            using var stream = File.OpenRead(path);
            file = JsonSerializer.Deserialize<BehaviourFile>(stream, Options);
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path} cannot be read: {unreadable.Message} Correct it, or put the shipped file back.", unreadable);
        }

        foreach (var (name, figure) in file!.Figures)
        {
            if (!double.IsFinite(figure.Value) || figure.Value < 0 || figure.Source.Length == 0)
            {
                throw new InvalidDataException($"{path}: {name} needs a value of 0 or more and a source in words.");
            }
        }

        return new Behaviour(file.Figures);
    }

    private sealed record BehaviourFile(IReadOnlyList<string> Notes, Dictionary<string, Figure> Figures);
}
