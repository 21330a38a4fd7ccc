using Diversion.Domain;
using Diversion.Domain.Victim;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Diversion.Web.Pages.Enrol;

/// <summary>Confirms that the victim was told of the decision or of the ending.</summary>
public sealed class TellVictimModel : EnrolmentPage
{
    [FromRoute(Name = "item")]
    public string? Item { get; set; }

    public string Question => IsEnding ? "Did you tell the victim how the case ended?" : "Did you tell the victim the decision?";

    public Instant? Due => Agreement.Obligations
        .FirstOrDefault(open => open.Rule == (IsEnding ? RuleIds.VictimToldEnding : RuleIds.VictimToldDecision))?.Due;

    private bool IsEnding => Item == $"{VictimNews.Ending}";

    public override Task<IActionResult> OnGetAsync() => IsNews ? base.OnGetAsync() : Task.FromResult<IActionResult>(NotFound());

    public async Task<IActionResult> OnPostAsync() => IsNews
        ? await Run(() => new VictimCommand.TellVictim(IsEnding ? VictimNews.Ending : VictimNews.Decision), "It was saved that the victim was told.")
        : NotFound();

    protected override ValueTask<IActionResult?> Prepare() => Opens<VictimCommand.TellVictim>(Item);

    private bool IsNews => IsEnding || Item == $"{VictimNews.Decision}";
}
