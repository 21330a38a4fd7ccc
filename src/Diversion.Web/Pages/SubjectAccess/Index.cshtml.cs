using Diversion.Casework.Answers;
using Diversion.Casework.SubjectAccess;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.SubjectAccess;

/// <summary>The record as it is given to the person, to be printed. Opening it is logged.</summary>
public sealed class IndexModel(SubjectAccessQuery query) : RecordPage
{
    [FromRoute(Name = "number")]
    public int Number { get; set; }

    public SubjectAccessDocument Document { get; private set; } = null!;

    protected override async ValueTask<IActionResult?> Prepare()
    {
        var reply = await query.GiveOut(Reference, Number, AccessRequest, Cancellation);
        if (reply is not Reply<SubjectAccessDocument>.Given { Value: var document })
        {
            return Refuse(((Reply<SubjectAccessDocument>.Refused)reply).Refusal);
        }

        // What was left out is not in the page either.
        Document = document with { Cases = [.. document.Cases.Select(one => one with { Sections = [.. one.Sections.Select(section => section with { Passages = [.. section.Passages.Select(passage => passage with { Recorded = null })] })] })] };
        return null;
    }
}
