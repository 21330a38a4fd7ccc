using Diversion.Casework.Correspondence;
using Diversion.Casework.Links;
using Diversion.Casework.Programmes;
using Diversion.Casework.Streams;
using Diversion.Domain;
using Diversion.Domain.Staff;

namespace Diversion.Casework.Staff;

/// <summary>The daily list of tasks. It is filled in when it is sent, so that nobody reads of what was done meanwhile.</summary>
internal static class DailyListMail
{
    private const string Template = "daily-list";

    public static IReadOnlyList<OutgoingMessage> For(RecordedEvent<StaffEvent> recorded, StaffState after, Programme programme) => recorded.Event is StaffEvent.ListsDue
        ? StreamMail.To(
            StaffKind.Instance,
            recorded,
            after.People.Where(WantsIt).Select(person => person.AsStaff()),
            Template,
            programme,
            Addresses.Home,
            ("day", Words.Date(recorded.At)),
            ("choice", programme.LinkTo(Addresses.TaskMail)))
        : [];

    public static bool Is(OutgoingMessage.Mail mail) => mail.Template == Template;

    /// <summary>Those whose list it is: who left or chose otherwise since gets none.</summary>
    public static IReadOnlyList<Member> Of(OutgoingMessage.Mail mail, StaffState state) =>
        [.. state.People.Where(person => WantsIt(person) && string.Equals(person.Email, mail.ToAddress, StringComparison.OrdinalIgnoreCase))];

    public static OutgoingMessage.Mail Filled(OutgoingMessage.Mail mail, DailyList list) => mail with
    {
        Facts = new Dictionary<string, string>(mail.Facts, StringComparer.Ordinal) { ["summary"] = list.Summary, ["cases"] = string.Join('\n', list.Cases) },
    };

    private static bool WantsIt(Member person) => person is { IsActive: true, TaskMail: TaskMail.Daily };
}
