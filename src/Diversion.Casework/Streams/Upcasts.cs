using System.Text.Json.Nodes;

namespace Diversion.Casework.Streams;

/// <summary>
/// Converts stored events of an old version to the present shape when they are read; stored data is not rewritten. Keyed by
/// name and the version that a step starts from.
/// </summary>
public static class Upcasts
{
    private static readonly Dictionary<(string Name, int From), Func<JsonObject, JsonObject>> Steps = new()
    {
        [("referral.facts-recorded", 1)] = Admission,
        [("victim.recorded", 1)] = TheVictim,
        [("victim.views-recorded", 1)] = OfTheVictim,
        [("victim.referred-to-support", 1)] = OfTheVictim,
        [("victim.to-be-told", 1)] = OfTheVictim,
        [("victim.told", 1)] = OfTheVictim,
        [("restorative-justice.began", 1)] = OfTheVictim,
        [("offer.made", 1)] = WithTheVictim,
    };

    /// <summary>Once a case had one victim or none; that one is number 1.</summary>
    private static JsonObject OfTheVictim(JsonObject happened)
    {
        happened["victim"] = 1;
        return happened;
    }

    /// <summary>An offer that names no victim: without this a victim recorded after it would leave it open with whom restorative justice is.</summary>
    private static JsonObject WithTheVictim(JsonObject happened)
    {
        foreach (var terms in happened["conditions"]?.AsArray().OfType<JsonObject>() ?? [])
        {
            if (terms["kind"]?.GetValue<string>() == "restorative-justice" && terms["victim"] is null)
            {
                terms["victim"] = 1;
            }
        }

        return happened;
    }

    private static JsonObject TheVictim(JsonObject happened)
    {
        if (happened["hasVictim"]?.GetValue<bool>() != true)
        {
            return [];
        }

        var details = new JsonObject { ["kind"] = "person" };
        foreach (var field in (string[])["enhanced", "name", "contact"])
        {
            details[field] = happened[field]?.DeepClone();
        }

        var read = new JsonObject { ["victim"] = 1, ["details"] = details };
        if (happened["supportReferral"] is { } support)
        {
            read["supportReferral"] = support.DeepClone();
        }

        return read;
    }

    /// <summary>Once the question was only whether the person admits the offence.</summary>
    private static JsonObject Admission(JsonObject happened)
    {
        if (happened["facts"] is JsonObject facts && facts["admission"] is JsonValue admits && admits.TryGetValue(out bool said))
        {
            facts["admission"] = said ? "full" : "none";
        }

        return happened;
    }

    internal static string Apply(string name, int from, int to, string data) => Apply(Steps, name, from, to, data);

    internal static string Apply(
        IReadOnlyDictionary<(string Name, int From), Func<JsonObject, JsonObject>> steps, string name, int from, int to, string data)
    {
        var json = JsonNode.Parse(data)!.AsObject();
        for (var version = from; version < to; version++)
        {
            if (!steps.TryGetValue((name, version), out var step))
            {
                throw new StreamBrokenException($"There is no upcast from {name} v{version} to v{version + 1}. This is an error in the program: report it.");
            }

            json = step(json);
        }

        return json.ToJsonString();
    }
}
