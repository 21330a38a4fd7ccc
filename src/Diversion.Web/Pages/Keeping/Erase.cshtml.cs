using Diversion.Casework.Links;
using Diversion.Domain.Agreements;
using Diversion.Domain.Keeping;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Diversion.Web.SignIn;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Keeping;

/// <summary>A lead orders the erasure of a record; it is done a little later.</summary>
[FreshSignIn]
public sealed class EraseModel : ActionPage
{
    private const string Ticked = "yes";

    [BindProperty]
    public string? Ground { get; set; }

    [BindProperty]
    public string? RequestId { get; set; }

    [BindProperty]
    public string? Sure { get; set; }

    public override string Command => CommandCatalogue.NameOf<KeepingCommand.EraseRecord>();

    public override string Button => "Erase the record";

    public override bool IsFinal => true;

    public static IReadOnlyList<Choice> Grounds { get; } =
    [
        new(nameof(ErasureGround.RetentionOver), "Its retention period is over, and it is not needed any more"),
        new(nameof(ErasureGround.PersonAsked), "The person asked for it, and the data protection officer agreed", "Data Protection Act 2018, section 47."),
        new(nameof(ErasureGround.Ordered), "A court or the Information Commissioner ordered it"),
        new(nameof(ErasureGround.Mistake), "It should not have been recorded", "For example, it is about somebody else."),
    ];

    public static IReadOnlyList<Choice> SureChoice { get; } = [new(Ticked, "I have looked at the record. It is erased for ever")];

    public Task<IActionResult> OnPostAsync()
    {
        var ground = string.IsNullOrEmpty(Ground) ? null : Read.Choice<ErasureGround>(nameof(Ground), Ground, "why the record is erased") as ErasureGround?;
        if (ground is null)
        {
            Read.Fault(nameof(Ground), FaultWording.Choose("why the record is erased"));
        }

        var request = Read.OptionalText(nameof(RequestId), RequestId, "the reference", KeepingCommand.EraseRecord.LongestRequest);
        if (Sure != Ticked)
        {
            Read.Fault(nameof(Sure), "Confirm that the record is to be erased for ever");
        }

        return Run(
            () => new KeepingCommand.EraseRecord(ground!.Value, request),
            "The record is being erased. In a few minutes it names nobody any more.",
            static code => code == RefusalCode.TextInvalid ? nameof(RequestId) : nameof(Ground));
    }
}
