using System.Text.Json;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Schemes;

/// <summary>What a schema can't express about the notes beside a scheme's figures: each is on a figure that is there.</summary>
internal static class NoteChecks
{
    public const string Property = "notes";

    public static void Run(JsonElement file, Findings findings)
    {
        if (file.ValueKind is not JsonValueKind.Object || !file.TryGetProperty(Property, out var notes) || notes.ValueKind is not JsonValueKind.Object)
        {
            return;
        }

        foreach (var note in notes.EnumerateObject().Select(note => note.Name).Where(name => !findings.Has($"$.{name}")))
        {
            var nearest = Nearest.To($"$.{note}", findings.Paths, 3).Select(path => path[2..]);
            findings.Fault(
                FilePlaces.Property($"$.{Property}", note), $"The note is on a figure that is not in the file: correct its path. Nearest: {string.Join(", ", nearest)}.");
        }
    }
}
