using System.Globalization;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Papers;
using Diversion.Casework.Record;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Papers;

/// <summary>The agreement to print, read and sign: as offered, or in one of its versions.</summary>
public sealed class IndexModel(AgreementPaperQuery papers) : RecordPage
{
    /// <summary>Number of the version; null for the newest.</summary>
    [FromRoute(Name = "version")]
    public string? Version { get; set; }

    public AgreementPaper Paper { get; private set; } = null!;

    private int? Number => Version is null ? null : int.TryParse(Version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    protected override async ValueTask<IActionResult?> Prepare()
    {
        var reply = await papers.Of(Reference, AccessRequest, Number, Cancellation);
        if (reply is Reply<AgreementPaper>.Refused { Refusal: var refusal })
        {
            return Refuse(refusal);
        }

        Paper = ((Reply<AgreementPaper>.Given)reply).Value;
        return null;
    }
}
