namespace Diversion.Evaluation.Reports;

/// <param name="Id">Part of an address: lower-case letters and hyphens.</param>
/// <param name="Question">That it answers.</param>
/// <param name="Parts">For whoever may see outcomes by arm.</param>
/// <param name="Masked">What everybody else sees until the trial closes; null when it is the same.</param>
public sealed record ReportSection(string Id, string Title, string Question, ImmutableArray<ReportPart> Parts, ImmutableArray<ReportPart>? Masked = null)
{
    public ImmutableArray<ReportPart> For(bool seesOutcomesByArm) => seesOutcomesByArm || Masked is not { } masked ? Parts : masked;
}
