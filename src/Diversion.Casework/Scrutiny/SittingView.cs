using Diversion.Domain.Scrutiny;
using Diversion.Evaluation.Estimates;
using NodaTime;

namespace Diversion.Casework.Scrutiny;

/// <summary>A sitting, as whoever asks may see it.</summary>
/// <param name="Seed">Null until the sitting has closed.</param>
/// <param name="Agreement">How far members agree beyond chance; null while it cannot be said.</param>
/// <param name="AgreementCases">How many cases that is from: those on which each member gave a verdict.</param>
/// <param name="Recomputed">Once closed: empty when the opened seed gives the same sample, otherwise what differs. Null before.</param>
public sealed record SittingView(
    string Quarter,
    string InWords,
    SittingStatus Status,
    int Size,
    IReadOnlyList<string> Members,
    string Seal,
    string? Seed,
    IReadOnlyList<DrawnGroup> Groups,
    IReadOnlyList<SittingCaseView> Cases,
    FleissKappa? Agreement,
    int AgreementCases,
    string? Recomputed)
{
    /// <summary>The panel's verdicts that are recorded.</summary>
    public int Recorded => Cases.Count(one => one.Panel is not null);
}

/// <param name="Own">The reader's verdict; null when they have given none.</param>
/// <param name="Given">How many members have given theirs.</param>
/// <param name="Members">What each said: for the lead, and for members once the panel's verdict is recorded.</param>
/// <param name="Panel">The panel's verdict.</param>
/// <param name="Conflict">The reader worked on it and does not judge it; known only of the cases that are shown.</param>
public sealed record SittingCaseView(
    int Number, string Group, MemberVerdict? Own, int Given, IReadOnlyList<MemberVerdict> Members, CaseVerdict? Panel, bool Conflict);

/// <summary>A case of the sample with its sheet.</summary>
/// <param name="Sheet">Null when the case is no longer there, or the reader worked on it.</param>
public sealed record SittingSheet(SittingView Sitting, SittingCaseView Case, IReadOnlyList<SheetPart>? Sheet);

/// <summary>What a panel says to an officer.</summary>
public sealed record FeedbackView(string Quarter, int Case, string Agreement, PanelVerdict Verdict, string Feedback, Instant At, Instant? ReadAt);
