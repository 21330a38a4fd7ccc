using System.Security.Cryptography;
using System.Text;
using Diversion.Domain.CustodyMatches;
using Diversion.Domain.Reading;

namespace Diversion.Casework.CustodyMatches;

/// <summary>The same notice has the same id however often it comes, and the id says nothing about it.</summary>
internal static class CustodyMatchIds
{
    private const int Characters = 32;

    public static CustodyMatchId Of(UnreferencedNotice notice) => new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{ReferenceText.Key(notice.NoticeId)}\n{notice.Notice}\n{notice.Says}")))[..Characters]);

    /// <summary>Nothing else is looked up in the store.</summary>
    public static CustodyMatchId? Read(string text) =>
        text.Length == Characters && text.All(char.IsAsciiHexDigitLower) ? new CustodyMatchId(text) : null;
}
