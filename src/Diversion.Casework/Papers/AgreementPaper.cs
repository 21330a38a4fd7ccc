using Diversion.Casework.Programmes;
using NodaTime;

namespace Diversion.Casework.Papers;

/// <summary>One condition as printed on the paper, in words for the person who signs.</summary>
/// <param name="Details">Hours, places, who helps: one line each.</param>
public sealed record PaperCondition(string Title, string Text, IReadOnlyList<string> Details);

/// <summary>A version of the agreement, in the list of them.</summary>
/// <param name="Changes">What it changed, one line each; none for the first.</param>
/// <param name="Agreed">Whether and how the person agreed, as a sentence.</param>
public sealed record PaperVersion(
    int Number, string Title, Instant At, string By, string? Reason, LocalDate LastDay, IReadOnlyList<string> Changes, string Agreed, IReadOnlyList<PaperCondition> Conditions);

/// <summary>An offence as printed on the paper.</summary>
public sealed record PaperOffence(string Description, LocalDate On);

/// <summary>The agreement to read, sign and take home.</summary>
/// <param name="Term">"4 months".</param>
/// <param name="SignedOn">Left out while it is only offered.</param>
/// <param name="LastDay">Of the term in this version. While it is only offered: if signed today.</param>
/// <param name="SignBy">While it is only offered: the deadline for signing.</param>
/// <param name="Version">The version on this paper; left out while it is only offered.</param>
/// <param name="Versions">All of them, oldest first.</param>
/// <param name="IfBroken">What happens at each failure, in order.</param>
/// <param name="AtOnce">What leads to a decision without any earlier warning.</param>
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
    /// <summary>The offences beside the first one; left out when there are none.</summary>
    public IReadOnlyList<PaperOffence>? FurtherOffences { get; init; }

    /// <summary>What the signature says was explained, one sentence each; left out when the route demands nothing.</summary>
    public IReadOnlyList<string>? Explained { get; init; }

    /// <summary>A later version replaced it.</summary>
    public bool IsOld => Version is { Number: var number } && number < Versions.Count;
}
