using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Referral;

/// <summary>"test", "x" and "." are not reasons: somebody will read it later and ask why.</summary>
public static class OverrideReasons
{
    /// <summary>A reason needs at least this many letters and digits, in at least <see cref="FewestWords"/> different words.</summary>
    private const int FewestLetters = 15;

    private const int FewestWords = 3;

    /// <param name="what">What the reason is for.</param>
    public static Refusal? Check(string? reason, string what = "for an override")
    {
        var words = (reason ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(WordFold.Of).Where(word => word.Length > 0).ToArray();
        return words.Sum(word => word.Length) >= FewestLetters && words.Distinct().Count() >= FewestWords
            ? null
            : new Refusal.Invalid(
                RefusalCode.ReasonTooShort,
                $"Say why in a sentence: a reason {what} has at least {FewestWords} different words and {FewestLetters} letters.");
    }
}
