using System.Collections.Frozen;
using Diversion.Casework.ReadModels;
using Diversion.Domain.Conditions.NoReoffending;

namespace Diversion.Casework.Feeds;

/// <summary>The words that custody systems use for kinds of notices.</summary>
internal static class CustodyNoticeKinds
{
    private static readonly FrozenDictionary<string, CustodyNoticeKind> Known = new Dictionary<string, CustodyNoticeKind>
    {
        ["arrest"] = CustodyNoticeKind.Arrest,
        ["arrested"] = CustodyNoticeKind.Arrest,
        ["charge"] = CustodyNoticeKind.Charge,
        ["charged"] = CustodyNoticeKind.Charge,
        ["admission"] = CustodyNoticeKind.Admission,
        ["nofurtheraction"] = CustodyNoticeKind.NoFurtherAction,
        ["nfa"] = CustodyNoticeKind.NoFurtherAction,
        ["releasedonbail"] = CustodyNoticeKind.ReleasedOnBail,
        ["bail"] = CustodyNoticeKind.ReleasedOnBail,
    }.ToFrozenDictionary();

    /// <returns>For an unknown word, the unknown kind with the word itself: a notice is never lost because of its name.</returns>
    public static (CustodyNoticeKind Kind, string? Says) Of(string word)
    {
        var letters = string.Concat(word.Where(char.IsLetter)).ToLowerInvariant();
        return Known.TryGetValue(letters, out var kind) ? (kind, null) : (CustodyNoticeKind.Other, word.Trim());
    }
}
