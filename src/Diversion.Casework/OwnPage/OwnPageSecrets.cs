using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Diversion.Casework.Search;

namespace Diversion.Casework.OwnPage;

/// <summary>
/// Links and codes for a person's own page, and what is kept of them. A code is short, since people type it: its hash is slow,
/// and a guess needs the birth date as well.
/// </summary>
public static class OwnPageSecrets
{
    /// <summary>Letters and digits of a code, without the dash: 50 bits.</summary>
    public const int CodeLength = 10;

    /// <summary>No letter that looks like a digit.</summary>
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int LinkBytes = 16;
    private const int Rounds = 60_000;

    /// <summary>The same for all, since a code alone says whose it is.</summary>
    private static readonly byte[] Salt = "diversion own page"u8.ToArray();

    /// <summary>Two groups of five: "K7QXM-2RTPD".</summary>
    public static string MakeCode() => string.Join('-', new string(RandomNumberGenerator.GetItems<char>(Letters, CodeLength)).Chunk(CodeLength / 2).Select(group => new string(group)));

    /// <summary>128 random bits, 22 characters.</summary>
    public static string MakeLink() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(LinkBytes));

    /// <returns>Null when it cannot be a code, however it was typed.</returns>
    public static string? HashOfCode(string? typed) =>
        typed is { Length: <= 40 } && string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant() is { Length: CodeLength } plain ? HashOf(plain) : null;

    /// <returns>Null when it cannot be a link's secret.</returns>
    public static string? HashOfLink(string? secret) => secret?.Length == Base64Url.GetEncodedLength(LinkBytes) ? HashOf($"link:{secret}") : null;

    private static string HashOf(string secret) =>
        Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(secret), Salt, Rounds, HashAlgorithmName.SHA256, OwnPageRows.HashLength / 2));
}
