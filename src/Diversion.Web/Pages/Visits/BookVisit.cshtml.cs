using Diversion.Casework.Answers;
using Diversion.Casework.ServiceEntries;
using Diversion.Casework.Services;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Services;
using Diversion.Domain.Visits;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Web.Pages.Visits;

/// <summary>An officer or worker with the person beside them books a service's free time: one choice, one button.</summary>
public sealed class BookVisitModel(ServiceQuery query) : ActionPage
{
    /// <summary>Of each service, and of all at first; on a telephone more are not read.</summary>
    private const int MostOfOne = 3;
    private const int MostAtFirst = 9;

    /// <summary>Only services for this pathway.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Need { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>Id of the service and start of the time, as in <see cref="Times"/>.</summary>
    [BindProperty]
    public string? Slot { get; set; }

    public IReadOnlyList<Choice> Times { get; private set; } = [];

    /// <summary>How many times there are besides <see cref="Times"/>.</summary>
    public int More { get; private set; }

    public override string Command => CommandCatalogue.NameOf<VisitCommand.BookVisit>();

    public override string Button => "Book it";

    public PathwayKind? Chosen => Enum.TryParse<PathwayKind>(Need, out var need) && Enum.IsDefined(need) ? need : null;

    public Task<IActionResult> OnPostAsync()
    {
        var asked = Asked(Slot);
        if (asked is null)
        {
            Read.Fault(nameof(Slot), Wording.FaultWording.Choose("a time"));
        }

        // Whoever changed the case since the page was opened, the time is free or it is not.
        SeenVersion = null;
        return Run(
            () => asked!,
            $"Booked for {(asked is null ? "" : Words.DayAndTime(asked.StartsAt))}. Tell the person the day, the time and the place: they are below.",
            static code => code is RefusalCode.SlotTaken or RefusalCode.SlotUnknown or RefusalCode.ServiceUnknown or RefusalCode.AppointmentOverlaps or RefusalCode.DateInPast ? nameof(Slot) : null);
    }

    protected override async ValueTask<IActionResult?> Prepare()
    {
        switch (await query.ForCase(Reference, new ServiceWish(Need: Chosen, WithSlots: true), AccessRequest, Cancellation))
        {
            case Reply<ServicesFound>.Given { Value: var found }:
                Choice[] times = [.. found.Fit.SelectMany(service => service.Slots.Take(MostOfOne).Select(slot => ChoiceOf(service, slot)))];

                // What was chosen among all is shown again when it cannot be booked.
                Times = All || Slot is not null ? times : [.. times.Take(MostAtFirst)];
                More = times.Length - Times.Count;
                return await base.Prepare();
            case Reply<ServicesFound>.Refused { Refusal: var refusal }:
                return Refuse(refusal);
            default:
                throw new InvalidOperationException("A reply is given or refused.");
        }
    }

    private static Choice ChoiceOf(FoundService service, ServiceSlot slot)
    {
        var where = slot.Place ?? service.Entry.Address;
        return new Choice(
            $"{service.Id}/{InstantPattern.General.Format(slot.StartsAt)}",
            $"{Words.DayAndTime(slot.StartsAt)}: {service.Entry.Name}",
            $"{string.Join(", ", new[] { Words.Length(slot.Minutes), service.Entry.Organisation, where, service.Near }.OfType<string>())}.");
    }

    private static VisitCommand.BookVisit? Asked(string? typed) =>
        typed?.Split('/') is [var service, var at] && InstantPattern.General.Parse(at) is { Success: true, Value: var startsAt } ? new VisitCommand.BookVisit(service, startsAt) : null;
}
