using Diversion.Casework.Queries;
using Diversion.Domain;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.BreachFiles;

/// <summary>What the officer needs to bring the charge.</summary>
public sealed class IndexModel(BreachFileQuery files, AgreementPaperQuery papers) : RecordPage
{
    public BreachFile Contents { get; private set; } = null!;

    /// <summary>The conditions as they stood on the signed paper.</summary>
    public IReadOnlyList<PaperCondition> Signed { get; private set; } = [];

    /// <summary>Failures and warnings together, oldest first.</summary>
    public IEnumerable<(string Day, string What, string Counts)> Course =>
        Contents.Failures.Select(failure => (
                failure.At,
                What: $"Failure: {Words.Of(failure.Kind)}{(failure.ConditionId is { } id ? $" ({ConditionWords.Of(id)})" : "")}",
                Counts: !failure.Annulled))
            .Concat(Contents.Warnings.Select(warning => (warning.At, What: $"{Labels.Sentence(Words.Of(warning.Level))} warning", Counts: !warning.Withdrawn)))
            .OrderBy(line => line.At)
            .Select(line => (Words.Date(line.At), line.What, line.Counts ? "Yes" : "No: excused or withdrawn"));

    protected override async ValueTask<IActionResult?> Prepare()
    {
        var file = await files.Of(Reference, Look, Cancellation);
        if (file is Reply<BreachFile>.Refused { Refusal: var refusal })
        {
            return Refuse(refusal);
        }

        Contents = ((Reply<BreachFile>.Given)file).Value;
        Signed = await papers.Of(Reference, Look, Cancellation) is Reply<AgreementPaper>.Given { Value: var paper } ? paper.Conditions : [];
        return null;
    }
}
