using System.Security.Cryptography;
using System.Text;
using Diversion.Casework.Search;
using Diversion.Domain.Referral;
using Diversion.Domain.Trials;

namespace Diversion.Casework.Trials;

/// <summary>Hashes what identifies a person under the trial's own key.</summary>
internal static class PersonMarking
{
    /// <summary>96 bits: two of 1,500 people share a mark by chance once in 10²² trials.</summary>
    private const int Bytes = 12;

    public static PersonMarks Of(Person person, byte[] key)
    {
        var keys = IdentityKeys.Of(person, null).ToDictionary(one => one.By, one => one.Partition);
        return new PersonMarks(Mark(SameBy.PncId), Mark(SameBy.CroNumber), Mark(SameBy.NameAndBirthDate));

        string? Mark(SameBy by) => keys.TryGetValue(by, out var text)
            ? Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)).AsSpan(0, Bytes))
            : null;
    }
}
