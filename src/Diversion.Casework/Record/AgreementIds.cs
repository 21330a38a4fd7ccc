using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;

namespace Diversion.Casework.Record;

/// <summary>
/// References made from what identifies the case elsewhere, so that importing or sending it again finds the same agreement.
/// They look like <c>DV-7K3M9-2QX4P</c>: easy to read out, and they reveal nothing about the person.
/// </summary>
public static class AgreementIds
{
    // Crockford's base 32: no I, L, O or U, which are easily misread.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);

    public static AgreementId FromCustodyReference(string custodyReference) => Make($"custody:{ReferenceText.Key(custodyReference)}");

    /// <param name="key">The idempotency key of the referral request.</param>
    public static AgreementId FromRequest(string actorId, string key) => Make($"request:{actorId}:{key}");

    public static bool IsWellFormed(string? text) =>
        text is { Length: 14 }
        && text.StartsWith("DV-", StringComparison.Ordinal)
        && text[8] == '-'
        && !text.AsSpan(3, 5).ContainsAnyExcept(Letters)
        && !text.AsSpan(9, 5).ContainsAnyExcept(Letters);

    /// <summary>
    /// A reference as people type it or read it out: in any case, with other dashes or none, and with the letters that the
    /// alphabet leaves out because they look like a digit.
    /// </summary>
    /// <returns>Null when it cannot be a reference.</returns>
    public static AgreementId? Read(string? text)
    {
        var letters = ReferenceText.Key(text ?? "").Replace("-", "", StringComparison.Ordinal);
        if (letters is not { Length: 12 } || !letters.StartsWith("DV", StringComparison.Ordinal))
        {
            return null;
        }

        var rest = letters[2..].Replace('O', '0').Replace('I', '1').Replace('L', '1');
        var reference = $"DV-{rest[..5]}-{rest[5..]}";
        return IsWellFormed(reference) ? new AgreementId(reference) : null;
    }

    private static AgreementId Make(string source)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(source));
        var bits = BitConverter.ToUInt64(hash, 0);
        Span<char> letters = stackalloc char[10];
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = Alphabet[(int)(bits & 31)];
            bits >>= 5;
        }

        return new AgreementId($"DV-{letters[..5]}-{letters[5..]}");
    }
}
