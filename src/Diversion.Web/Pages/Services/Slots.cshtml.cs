using System.Collections.Immutable;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Links;
using Diversion.Casework.ServiceEntries;
using Diversion.Domain.Services;
using Diversion.Domain.Time;
using Diversion.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Web.Pages.Services;

/// <summary>Where a provider offers times of its service to be booked, and sees which are.</summary>
public sealed class SlotsModel(ServiceQuery query, ServiceService services) : ServicePage(services)
{
    private const int MostWeeks = 12;

    [FromRoute(Name = "service")]
    public string Id { get; set; } = "";

    [BindProperty]
    public TypedDate Day { get; set; } = new();

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? Until { get; set; }

    [BindProperty]
    public string? Minutes { get; set; }

    [BindProperty]
    public string? Weeks { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    /// <summary>Of the time that is not offered any more, as <see cref="Key"/> writes it.</summary>
    [BindProperty]
    public string? StartsAt { get; set; }

    public ServiceView Shown { get; private set; } = null!;

    public static string Key(Instant startsAt) => InstantPattern.General.Format(startsAt);

    public async Task<IActionResult> OnGetAsync()
    {
        if (await Load() is { } other)
        {
            return other;
        }

        if (!Shown.Yours)
        {
            return Refuse(ServiceDecider.NotYours(Shown.Entry.Organisation));
        }

        Weeks = "1";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Load() is { } other)
        {
            return other;
        }

        if (!Shown.Yours)
        {
            return await RecordTry();
        }

        var day = Read.Date(nameof(Day), Day, "the day");
        var from = Read.Time(nameof(From), From, "the start");
        var until = Read.Time(nameof(Until), Until, "the end");
        var minutes = Read.Number(nameof(Minutes), Minutes, "the minutes", ServiceSlot.ShortestMinutes, ServiceSlot.LongestMinutes);
        var weeks = Read.Number(nameof(Weeks), Weeks, "the weeks", 1, MostWeeks);
        var place = Read.OptionalText(nameof(Place), Place, "the place");
        var slots = ModelState.IsValid ? Make(day, from, until, minutes, weeks, place) : [];
        if (ModelState.IsValid && slots.IsEmpty)
        {
            Read.Fault(nameof(Until), "The end must leave room for at least one time after the start");
        }

        return await Do(new ServiceCommand.PublishSlots(slots), "The times can be booked now.", nameof(Day));
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        if (await Load() is { } other)
        {
            return other;
        }

        return !Shown.Yours ? await RecordTry()
            : InstantPattern.General.Parse(StartsAt ?? "") is { Success: true, Value: var at }
                ? await Do(new ServiceCommand.WithdrawSlot(at), "The time is not offered any more.", "")
                : NotFound();
    }

    protected override async Task<IActionResult?> Load()
    {
        if (!AccessPolicy.MayKeepServices(By))
        {
            return NotForRole();
        }

        switch (await query.Of(Id, By, Now, Cancellation))
        {
            case Reply<ServiceView>.Given { Value: var service }:
                Shown = service;
                return null;
            case Reply<ServiceView>.Refused { Refusal: var refusal }:
                return Refuse(refusal);
            default:
                throw new InvalidOperationException("A reply is given or refused.");
        }
    }

    private static ImmutableArray<ServiceSlot> Make(LocalDate day, LocalTime from, LocalTime until, int minutes, int weeks, string? place)
    {
        var slots = ImmutableArray.CreateBuilder<ServiceSlot>();
        for (var week = 0; week < weeks; week++)
        {
            // In minutes of the day: adding to a time would go round midnight.
            for (var begins = MinuteOf(from); begins + minutes <= MinuteOf(until); begins += minutes)
            {
                slots.Add(new ServiceSlot(WorkingCalendar.At(day.PlusWeeks(week), new LocalTime(begins / 60, begins % 60)), minutes, place));
            }
        }

        return slots.ToImmutable();
    }

    /// <summary>What was sent for somebody else's service is not read: the command is refused whatever it says, and that is recorded.</summary>
    private Task<IActionResult> RecordTry() => Do(new ServiceCommand.WithdrawSlot(Now), "", "");

    private static int MinuteOf(LocalTime time) => (time.Hour * 60) + time.Minute;

    private Task<IActionResult> Do(ServiceCommand command, string done, string field)
    {
        // Somebody may book while the form is open: nothing that they did is written over.
        SeenVersion = null;
        return Run(new ServiceId(Id), () => command, done, Addresses.ServiceSlots(Id), _ => field);
    }
}
