using NodaTime;

namespace Diversion.Casework.Queries;

/// <summary>One condition as the paper says it, in words for whoever signs.</summary>
/// <param name="Details">Hours, places, who helps: a line each.</param>
public sealed record PaperCondition(string Title, string Text, IReadOnlyList<string> Details);

/// <summary>A version of the agreement, in the list of them.</summary>
/// <param name="Changes">What it changed, a line each; none for the first.</param>
/// <param name="Agreed">Whether and how the person agreed, as a sentence.</param>
public sealed record PaperVersion(
    int Number, string Title, Instant At, string By, string? Reason, LocalDate LastDay, IReadOnlyList<string> Changes, string Agreed, IReadOnlyList<PaperCondition> Conditions);

/// <summary>The agreement to be read, signed and taken home.</summary>
/// <param name="Term">"4 months".</param>
/// <param name="SignedOn">Left out while it is only offered.</param>
/// <param name="LastDay">Of the term in this version; if signed today, while it is only offered.</param>
/// <param name="SignBy">While it is only offered: until when it can be signed.</param>
/// <param name="Version">The one that this paper is; left out while it is only offered.</param>
/// <param name="Versions">All of them, oldest first.</param>
/// <param name="IfBroken">What happens at each failure, in order.</param>
/// <param name="AtOnce">What it takes for a decision without any warning before.</param>
public sealed record AgreementPaper(
    string Programme,
    string Agreement,
    string Name,
    LocalDate BornOn,
    string Offence,
    LocalDate OffenceOn,
    string Officer,
    string? KeyWorker,
    string Term,
    LocalDate? SignedOn,
    LocalDate LastDay,
    Instant? SignBy,
    PaperVersion? Version,
    IReadOnlyList<PaperVersion> Versions,
    IReadOnlyList<PaperCondition> Conditions,
    IReadOnlyList<string> Goals,
    IReadOnlyList<string> IfBroken,
    string AtOnce)
{
    /// <summary>A later version took its place.</summary>
    public bool IsOld => Version is { Number: var number } && number < Versions.Count;
}
