using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Referral;

namespace Diversion.Domain.CustodyMatches;

/// <summary>A custody notice that gives no reference of ours, with what it says about the person.</summary>
/// <param name="Says">The kind that a notice of an unknown kind gives itself.</param>
/// <param name="PncId">In the form of <see cref="Referral.PncId"/>.</param>
public sealed record UnreferencedNotice(
    string NoticeId,
    CustodyNoticeKind Notice,
    LocalDate OccurredOn,
    LocalDate? OffenceOn = null,
    string? Says = null,
    Bail? Bail = null,
    string? PncId = null,
    string? CustodyReference = null,
    string? Name = null,
    LocalDate? BornOn = null)
{
    /// <summary>Whether it says the same of who it is about.</summary>
    internal bool IsOfSamePerson(UnreferencedNotice other) =>
        (PncId, CustodyReference, Name, BornOn) == (other.PncId, other.CustodyReference, other.Name, other.BornOn);

    /// <summary>The same for the same content. Stored data depend on it.</summary>
    internal string Digest() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"""
        {NoticeId}
        {Notice}
        {OccurredOn:uuuu-MM-dd}
        {OffenceOn:uuuu-MM-dd}
        {Says}
        {Bail?.AnswerOn:uuuu-MM-dd}
        {Bail?.AnswerAt:HH:mm:ss}
        {Bail?.Curfew?.From:HH:mm:ss}
        {Bail?.Curfew?.Until:HH:mm:ss}
        {Bail?.Conditions}
        {PncId}
        {CustodyReference}
        {Name}
        {BornOn:uuuu-MM-dd}
        """))));
}

/// <summary>A case that the notice may be about. Casework finds it; a person decides.</summary>
public sealed record MatchCandidate(AgreementId Agreement, SameBy By)
{
    private static readonly SameBy[] Strongest = [SameBy.PncId, SameBy.CustodyReference, SameBy.NameAndBirthDate];

    /// <summary>By the strongest value that any case shares with the notice: whoever has its PNC id is not looked for by name.</summary>
    public static ImmutableArray<MatchCandidate> Among(IReadOnlyCollection<PossibleDuplicate> found) =>
        Strongest.Select(by => found.Where(other => other.By.Contains(by)).Select(other => new MatchCandidate(other.Agreement, by)).ToImmutableArray())
            .FirstOrDefault(static same => !same.IsEmpty, []);
}
