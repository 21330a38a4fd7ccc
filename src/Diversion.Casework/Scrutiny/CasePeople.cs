using System.Text.Json;
using Diversion.Casework.Access;
using Diversion.Casework.Record;
using Diversion.Casework.Search;
using Diversion.Casework.Serialization;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;

namespace Diversion.Casework.Scrutiny;

/// <summary>
/// Everybody whom the record of a case names, and everything by which they could be found. It is read from the whole stored
/// record, not from a list of fields: a name that was corrected, or a victim who was removed, is in an earlier event only.
/// </summary>
internal static class CasePeople
{
    /// <summary>Fields that hold a name. Whatever is added to the record under one of these names is found.</summary>
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "name", "aliases", "contactPerson", "byWhom", "by", "toldBy", "reviewer", "decider", "emergencyContact", "appropriateAdult", "evidentialTestBy", "prosecutorAuthority",
        "confirmedBy", "heldBy", "recordedBy", "receivedBy", "askedBy", "organisation", "provider", "charity", "who",
    };

    /// <summary>Fields that hold an address, a number or an id.</summary>
    private static readonly HashSet<string> Identifiers = new(StringComparer.Ordinal)
    {
        "address", "email", "phone", "emergencyPhone", "contact", "pncId", "croNumber", "custodyReference", "crimeNumber", "evidenceReference", "place", "ward", "deviceId", "reference",
    };

    /// <summary>The scheme has a name too, and so have the clock and the feeds; they are nobody.</summary>
    private static readonly HashSet<string> NotPeople = new(StringComparer.Ordinal) { "scheme" };

    public static (IReadOnlyCollection<string> Names, IReadOnlyCollection<string> Identifiers) Of(AgreementState state, IReadOnlyList<RecordedEvent> events)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var identifiers = new HashSet<string>(StringComparer.Ordinal) { state.Id.Value };
        foreach (var recorded in events)
        {
            if (!AccessPolicy.IsClock(recorded.By.Role) && !AccessPolicy.IsConnectedSystem(recorded.By.Role))
            {
                Add(names, recorded.By.Name);
                Add(names, recorded.By.Organisation);
            }

            using var stored = JsonDocument.Parse(AgreementEvents.Catalogue.Write(recorded.Event));
            Walk(stored.RootElement, names, identifiers);
        }

        using var now = JsonDocument.Parse(StateJson.Write(state));
        Walk(now.RootElement, names, identifiers);
        return (names, identifiers);
    }

    /// <summary>Under the same account, or by the same name: somebody may have had another account when they worked on it.</summary>
    public static bool TookPart(AgreementState state, IReadOnlyList<RecordedEvent> events, Actor member)
    {
        var name = Key(member.Name);
        return events.Any(recorded => recorded.By.Id == member.Id || Key(recorded.By.Name) == name)
            || Of(state, events).Names.Any(known => Key(known) == name)
            || events.Any(recorded => AgreementEvents.Catalogue.Write(recorded.Event).Contains($"\"{JsonEncodedText.Encode(member.Id)}\"", StringComparison.Ordinal));
    }

    /// <summary>The order of a name's words does not matter.</summary>
    private static string Key(string name) => string.Join(' ', FoldedName.Words(name).Order(StringComparer.Ordinal));

    private static void Walk(JsonElement element, HashSet<string> names, HashSet<string> identifiers)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    if (NotPeople.Contains(property.Name))
                    {
                        continue;
                    }

                    if (property.Value.ValueKind == JsonValueKind.String)
                    {
                        Add(Names.Contains(property.Name) ? names : Identifiers.Contains(property.Name) ? identifiers : null, property.Value.GetString());
                    }
                    else
                    {
                        Walk(property.Value, names, identifiers);
                    }
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Walk(item, names, identifiers);
                }

                break;
            default:
                break;
        }
    }

    private static void Add(HashSet<string>? to, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            to?.Add(text);
        }
    }
}
