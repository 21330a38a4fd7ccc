using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;

namespace Diversion.Domain.Schemes;

/// <summary>
/// The programme's words for the values that rules use. Every input (pages, API, import, dry run) accepts the same words. A
/// word that no list has is refused, since a rule that does not know a word would let it pass.
/// </summary>
public sealed record Vocabulary(WordList OffenceGroups, WordList CurrentOrders)
{
    /// <summary>The code for "no current order".</summary>
    public const string None = "none";

    public static readonly Vocabulary Empty = new(new WordList([]), new WordList([]));

    /// <summary>The offence, with the code of its group.</summary>
    public Refusal? Read(Offence offence, out Offence read)
    {
        read = offence;
        if (OffenceGroups.CodeOf(offence.Group) is not { } code)
        {
            return Unknown("offence.group", "offence group", OffenceGroups, offence.Group);
        }

        read = offence with { Group = code };
        return null;
    }

    /// <summary>The code of an offence group.</summary>
    public Refusal? ReadOffenceGroup(string field, string word, out string? code)
    {
        code = OffenceGroups.CodeOf(word);
        return code is null ? Unknown(field, "offence group", OffenceGroups, word) : null;
    }

    /// <summary>The facts, with the codes of the current orders, each once.</summary>
    public Refusal? Read(EligibilityFacts facts, out EligibilityFacts read)
    {
        read = facts;
        if (facts.CurrentOrders is not { IsDefault: false } orders)
        {
            return null;
        }

        var codes = new List<string>();
        foreach (var order in orders)
        {
            if (CurrentOrders.CodeOf(order) is not { } code)
            {
                return Unknown("facts.currentOrders", "current order", CurrentOrders, order);
            }

            codes.Add(code);
        }

        if (codes.Contains(None) && codes.Exists(code => code != None))
        {
            return new Refusal.Invalid(
                RefusalCode.NoneWithOthers, "The current orders say both \"none\" and an order. Leave out one of the two.");
        }

        read = facts with { CurrentOrders = [.. codes.Where(code => code != None).Distinct()] };
        return null;
    }

    // Do not repeat the word itself: a name may have been typed into the wrong field.
    private static Refusal.Invalid Unknown(string field, string what, WordList list, string word) =>
        new(RefusalCode.WordUnknown, $"{field}: there is no such {what}. Nearest: {string.Join(", ", list.NearestTo(word))}.");
}
