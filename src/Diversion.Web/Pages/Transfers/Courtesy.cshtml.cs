using Diversion.Domain.Agreements;
using Diversion.Domain.Transfers;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Diversion.Web.Pages.Transfers;

/// <summary>Records who supervises for us where the person has moved to.</summary>
public sealed class CourtesyModel : ActionPage
{
    public const int LongestText = 4000;

    [BindProperty]
    public string? Organisation { get; set; }

    [BindProperty]
    public string? Contact { get; set; }

    [BindProperty]
    public TypedDate First { get; set; } = new();

    [BindProperty]
    public TypedDate Until { get; set; } = new();

    [BindProperty]
    public TypedDate ReviewOn { get; set; } = new();

    [BindProperty]
    public string? What { get; set; }

    public override string Command => CommandCatalogue.NameOf<TransferCommand.ArrangeCourtesySupervision>();

    public override string Button => "Record the courtesy supervision";

    protected override IEnumerable<(string? Answer, AgreementCommand Command)> Alternatives => Agreement.Term is not { } term ? [] :
    [
        (null, new TransferCommand.ArrangeCourtesySupervision(
            "Another force", "An example of a contact.", LocalDate.Min(Today, term.LastDay), LocalDate.Max(Today, term.LastDay), Today, "An example of what they do.")),
    ];

    public Task<IActionResult> OnPostAsync()
    {
        var organisation = Read.Text(nameof(Organisation), Organisation, "which force or service supervises");
        var contact = Read.Text(nameof(Contact), Contact, "whom we ring there");
        var first = Read.Date(nameof(First), First, "the first day");
        var last = Read.Date(nameof(Until), Until, "the last day");
        var review = Read.Date(nameof(ReviewOn), ReviewOn, "the day on which you ask them");
        var what = Read.Text(nameof(What), What, "what they do", LongestText);
        return Run(
            () => new TransferCommand.ArrangeCourtesySupervision(organisation, contact, first, last, review, what), "The courtesy supervision was recorded.");
    }

    protected override void Begin()
    {
        if (Agreement.CourtesySupervision is not { } known)
        {
            First = TypedDate.Of(Today);
            return;
        }

        (Organisation, Contact, What) = (known.Organisation, known.Contact, known.What);
        (First, Until) = (TypedDate.Of(known.From), TypedDate.Of(known.Until));
    }
}
