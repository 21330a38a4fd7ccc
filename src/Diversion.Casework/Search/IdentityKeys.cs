using System.Globalization;
using System.Text;
using Diversion.Casework.ReadModels;
using Diversion.Domain.Reading;
using Diversion.Domain.Referral;

namespace Diversion.Casework.Search;

/// <summary>
/// What two cases of one person have in common, as partitions of the <c>search</c> table: one short read each, however many
/// agreements there are. Stored in keys, so a change needs a rebuild.
/// </summary>
public static class IdentityKeys
{
    /// <summary>Only the beginning of a longer name is in the key; the reader of the rows compares the whole name.</summary>
    private const int LongestName = 100;

    public static IReadOnlyList<(SameBy By, string Partition)> Of(Person person, string? custodyReference)
    {
        var keys = new List<(SameBy, string)>(3);
        if (Letters(person.Name) is { Length: > 0 } name)
        {
            keys.Add((SameBy.NameAndBirthDate, Partitions.NameAndBirth(person.BornOn, name.Length > LongestName ? name[..LongestName] : name)));
        }

        if (person.PncId is { } pnc)
        {
            keys.Add((SameBy.PncId, Partitions.Pnc(pnc)));
        }

        if (person.CroNumber is { } cro)
        {
            keys.Add((SameBy.CroNumber, Partitions.Cro(cro)));
        }

        if (person.ProbationNumber is { } probation)
        {
            keys.Add((SameBy.ProbationNumber, Partitions.Probation(probation)));
        }

        if (custodyReference is not null && Plain(custodyReference) is { Length: > 0 } custody)
        {
            keys.Add((SameBy.CustodyReference, Partitions.Custody(custody)));
        }

        return keys;
    }

    /// <summary>Which values are the same in both.</summary>
    public static IEnumerable<SameBy> Common(Person one, string? custodyOfOne, Person other, string? custodyOfOther) =>
        Of(one, custodyOfOne).Intersect(Of(other, custodyOfOther)).Select(key => key.By);

    /// <summary>
    /// The letters of a name in alphabetical order, then its digits: the order of names, spaces, hyphens, apostrophes and
    /// accents do not count. It is rare that another name has the very same letters and the same birth date, and a possible
    /// duplicate is only shown.
    /// </summary>
    private static string Letters(string name)
    {
        var all = string.Concat(FoldedName.Words(name));
        var letters = all.Where(c => !char.IsDigit(c)).Order();
        return string.Concat(letters.Concat(all.Where(char.IsDigit)));
    }

    /// <summary>The letters and digits of a number of another system: how it is spaced and punctuated does not count.</summary>
    public static string Plain(string reference)
    {
        var plain = new StringBuilder(reference.Length);
        foreach (var c in reference)
        {
            if (char.IsLetterOrDigit(c))
            {
                plain.Append(char.ToUpper(c, CultureInfo.InvariantCulture));
            }
        }

        return plain.ToString();
    }
}
