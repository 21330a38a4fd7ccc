using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Schemes;

/// <summary>
/// What the schema of eligibility rules can't express: ids occur once, and a rule has exactly the figure or list that its
/// test needs.
/// </summary>
internal static class EligibilityChecks
{
    private const string Rules = "$.eligibility";

    private static readonly FrozenSet<EligibilityTest> NeedNumber = FrozenSet.Create(
        EligibilityTest.AgeAtLeast,
        EligibilityTest.OffenceWithinMonths,
        EligibilityTest.PreviousConvictionsAtMost);

    // Empty: the force's own districts, or words of the vocabulary. Otherwise the words that the domain knows: a typing
    // error in one of these would silently let a person in, or exclude everybody.
    private static readonly FrozenDictionary<EligibilityTest, ImmutableArray<string>> NeedValues =
        new Dictionary<EligibilityTest, ImmutableArray<string>>
        {
            [EligibilityTest.HomeDistrictIn] = [],
            [EligibilityTest.OffenceDistrictIn] = [],
            [EligibilityTest.OffenceGroupNotIn] = [],
            [EligibilityTest.RiskBandIn] = ["low", "medium", "high"],
            [EligibilityTest.NoCurrentOrder] = [],
            [EligibilityTest.DomesticAbusePolicy] = ["excluded", "sergeant"],
        }.ToFrozenDictionary();

    public static void Run(Findings findings, Vocabulary? words)
    {
        var firstUse = new Dictionary<string, string>();
        foreach (var rule in findings.Items(Rules))
        {
            if (findings.Text($"{rule}.id") is { } id && !firstUse.TryAdd(id, rule))
            {
                findings.Fault($"{rule}.id", $"\"{id}\" is already the id of {firstUse[id]}: give each rule its own.");
            }

            if (findings.Text($"{rule}.test") is { } name)
            {
                var test = Enum.Parse<EligibilityTest>(name, ignoreCase: true);
                Needs(findings, $"{rule}.number", name, NeedNumber.Contains(test), "a figure");
                Needs(findings, $"{rule}.values", name, NeedValues.ContainsKey(test), "a list");
                Values(findings, rule, test);
                InVocabulary(findings, rule, test, words);
                if (EligibilityRule.NeverOverridden(test) && findings.Flag($"{rule}.overridable") == true)
                {
                    findings.Fault($"{rule}.overridable", "Remove it or say false: nobody overrides an age or an excluded offence.");
                }
            }
        }
    }

    private static void Needs(Findings findings, string path, string test, bool needed, string what)
    {
        if (needed && !findings.Has(path))
        {
            findings.Fault(path, $"Missing: the test {test} needs {what}.");
        }
        else if (!needed && findings.Has(path))
        {
            findings.Fault(path, $"Remove it: the test {test} takes no such property.");
        }
    }

    private static void InVocabulary(Findings findings, string rule, EligibilityTest test, Vocabulary? words)
    {
        var list = test switch
        {
            EligibilityTest.OffenceGroupNotIn => words?.OffenceGroups,
            EligibilityTest.NoCurrentOrder => words?.CurrentOrders,
            _ => null,
        };
        if (list is null)
        {
            return;
        }

        foreach (var path in findings.Items($"{rule}.values"))
        {
            if (findings.Text(path) is { } value && !list.Terms.Any(term => term.Code == value && value != Vocabulary.None))
            {
                findings.Fault(
                    path,
                    $"Give a code of {SchemeFiles.VocabularyName}; found {JsonSerializer.Serialize(value)}. Nearest: {string.Join(", ", list.NearestTo(value))}.");
            }
        }
    }

    private static void Values(Findings findings, string rule, EligibilityTest test)
    {
        var known = NeedValues.GetValueOrDefault(test, []);
        var seen = new HashSet<string>();
        foreach (var path in findings.Items($"{rule}.values"))
        {
            if (findings.Text(path) is not { } value)
            {
                continue;
            }

            if (seen.Add(value) && known.Length > 0 && !known.Contains(value))
            {
                findings.Fault(path, $"Give one of {string.Join(", ", known)}; found {JsonSerializer.Serialize(value)}.");
            }
        }

        if (test is EligibilityTest.DomesticAbusePolicy && seen.Count > 1)
        {
            findings.Fault($"{rule}.values", "Give one policy only: excluded or sergeant.");
        }
    }
}
