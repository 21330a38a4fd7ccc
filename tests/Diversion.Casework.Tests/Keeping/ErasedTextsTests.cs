using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Diversion.Casework.CustodyMatches;
using Diversion.Casework.Record;
using Diversion.Casework.Serialization;
using Diversion.Casework.Streams;

namespace Diversion.Casework.Tests.Keeping;

/// <summary>
/// Which texts of each stored event an erasure leaves: a new text shows here as taken out, and whoever adds it sees so.
/// SNAPSHOTS=write writes the list.
/// </summary>
public sealed class ErasedTextsTests
{
    [Fact]
    public void The_list_of_texts_that_stay_is_unchanged()
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var entry in AgreementEvents.Catalogue.All.Concat(CustodyMatchKind.Instance.Events.All))
        {
            Collect(StoredJson.Options.GetTypeInfo(entry.Event), lines, []);
        }

        var written = string.Join('\n', lines) + "\n";
        var file = Path.Combine(Path.GetDirectoryName(Source())!, "erased-texts.txt");
        if (Environment.GetEnvironmentVariable("SNAPSHOTS") == "write")
        {
            File.WriteAllText(file, written, new UTF8Encoding(false));
        }

        Assert.Equal(File.ReadAllText(file), written);
    }

    private static void Collect(JsonTypeInfo type, SortedSet<string> lines, HashSet<Type> seen)
    {
        if (!seen.Add(type.Type))
        {
            return;
        }

        foreach (var derived in type.PolymorphismOptions?.DerivedTypes ?? [])
        {
            Collect(StoredJson.Options.GetTypeInfo(derived.DerivedType), lines, seen);
        }

        foreach (var property in type.Properties)
        {
            var inner = StoredJson.Options.GetTypeInfo(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
            inner = inner.Kind == JsonTypeInfoKind.Enumerable ? StoredJson.Options.GetTypeInfo(inner.ElementType!) : inner;
            if (inner.Type == typeof(string))
            {
                var verdict = KeptTexts.Goes(type.Type, property.Name) ? "left out" : KeptTexts.Stays(type.Type, property.Name) ? "stays" : "erased";
                lines.Add($"{verdict}: {type.Type.Name}.{property.Name}");
            }
            else if (inner.Kind == JsonTypeInfoKind.Object)
            {
                Collect(inner, lines, seen);
            }
            else
            {
                Assert.NotEqual(JsonTypeInfoKind.Dictionary, inner.Kind);
            }
        }
    }

    private static string Source([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
