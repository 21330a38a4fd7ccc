using Diversion.Casework.Links;
using Diversion.Casework.Papers;
using Diversion.Domain;
using Diversion.Domain.Victim;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Diversion.Web.Pages.Enrol;

/// <summary>Records that the victim was told of the decision or of the ending.</summary>
public sealed class TellVictimModel : VictimContactPage
{
    [FromRoute(Name = "item")]
    public string? Item { get; set; }

    public string Heading => IsEnding ? "Record that the victim was told how the case ended" : "Record that the victim was told the decision";

    /// <summary>Where the letter that tells them is printed.</summary>
    public string Letter => Addresses.Letter(Reference, IsEnding ? LetterQuery.VictimEnding : LetterQuery.VictimDecision);

    public Instant? Due => Agreement.Obligations
        .FirstOrDefault(open => open.Rule == (IsEnding ? RuleIds.VictimToldEnding : RuleIds.VictimToldDecision))?.Due;

    private bool IsEnding => Item == $"{VictimNews.Ending}";

    public override Task<IActionResult> OnGetAsync() => IsNews ? base.OnGetAsync() : Task.FromResult<IActionResult>(NotFound());

    public async Task<IActionResult> OnPostAsync()
    {
        if (!IsNews)
        {
            return NotFound();
        }

        var (how, on, byWhom, said) = ReadContact();
        return await Run(
            () => new VictimCommand.TellVictim(IsEnding ? VictimNews.Ending : VictimNews.Decision, how, on, byWhom, said),
            "You recorded that the victim was told.",
            fieldOf: FieldOf);
    }

    protected override ValueTask<IActionResult?> Prepare() => Opens<VictimCommand.TellVictim>(Item);

    private bool IsNews => IsEnding || Item == $"{VictimNews.Decision}";
}
