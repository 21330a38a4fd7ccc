using Diversion.Domain.Victim;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>Whether there is a victim, and who.</summary>
public sealed class RecordVictimModel : EnrolmentPage
{
    [BindProperty]
    public string? HasVictim { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Contact { get; set; }

    [BindProperty]
    public string? Enhanced { get; set; }

    public Task<IActionResult> OnPostAsync()
    {
        var any = Read.YesNo(nameof(HasVictim), HasVictim, "whether there is a victim");
        if (!any)
        {
            return Run(() => new VictimCommand.RecordVictim(false), "It was saved that there is no victim.", Tasks);
        }

        var name = Read.OptionalText(nameof(Name), Name, "the name");
        var contact = Read.OptionalText(nameof(Contact), Contact, "how they want to be reached");
        var enhanced = Read.YesNo(nameof(Enhanced), Enhanced, "whether they are entitled to enhanced rights");
        return Run(() => new VictimCommand.RecordVictim(true, enhanced, name, contact), "The victim was saved.", Tasks);
    }

    protected override ValueTask<IActionResult?> Prepare() => Opens<VictimCommand.RecordVictim>();

    protected override void Begin()
    {
        if (Agreement.Victim is { HasVictim: { } any } victim)
        {
            HasVictim = any ? "yes" : "no";
            Enhanced = any ? victim.Enhanced ? "yes" : "no" : null;
            Name = victim.Name;
            Contact = victim.Contact;
        }
    }
}
