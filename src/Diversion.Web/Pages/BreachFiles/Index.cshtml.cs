using Diversion.Casework.Queries;
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

    public IReadOnlyList<(string Day, string What, string Counts)> Course => BreachCourse.Of(Contents);

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
