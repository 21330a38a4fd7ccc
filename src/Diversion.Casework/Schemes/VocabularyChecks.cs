using Diversion.Domain.Schemes;

namespace Diversion.Casework.Schemes;

/// <summary>What the schema of a vocabulary can't express: no word has two codes, and "none" is among the orders.</summary>
internal static class VocabularyChecks
{
    public static void Run(Findings findings)
    {
        Unambiguous(findings, "$.offenceGroups");
        Unambiguous(findings, "$.currentOrders");
        if (findings.Has("$.currentOrders")
            && findings.Items("$.currentOrders").All(term => findings.Text($"{term}.code") != Vocabulary.None))
        {
            findings.Fault("$.currentOrders", $"Add the code {Vocabulary.None}: the answer that there is no order.");
        }
    }

    private static void Unambiguous(Findings findings, string list)
    {
        var owners = new Dictionary<string, string>();
        foreach (var term in findings.Items(list))
        {
            foreach (var path in findings.Items($"{term}.synonyms").Prepend($"{term}.name").Prepend($"{term}.code"))
            {
                if (findings.Text(path) is not { } word)
                {
                    continue;
                }

                var folded = WordFold.Of(word);
                if (folded.Length == 0)
                {
                    findings.Fault(path, $"\"{word}\" has no letter and no digit: give a word.");
                }
                else if (!owners.TryAdd(folded, term) && owners[folded] != term)
                {
                    findings.Fault(path, $"\"{word}\" already means {findings.Text($"{owners[folded]}.code")}: keep it in one of the two.");
                }
            }
        }
    }
}
