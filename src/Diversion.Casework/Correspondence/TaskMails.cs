using System.Collections.Frozen;
using Diversion.Casework.Programmes;
using Diversion.Casework.Streams;
using Diversion.Domain.Staff;

namespace Diversion.Casework.Correspondence;

/// <summary>
/// Emails that say no more than the recipient's own list of tasks does. Whoever chose so is not sent them: neither escalations to
/// others, nor news, nor anything about a breach or a custody notice is among them.
/// </summary>
internal static class TaskMails
{
    public static FrozenSet<string> Templates { get; } =
    [
        "checks-requested", "due-today", "further-victim-to-be-told", "overdue", "tag-removal-due", "victim-to-be-told",
    ];

    public static Redirection Redirected(OutgoingMessage.Mail mail, Programme programme) =>
        Templates.Contains(mail.Template) && programme.TaskMail.TryGetValue(mail.ToAddress, out var choice)
            ? new Redirection.Stopped(choice == TaskMail.Daily ? "The recipient gets one list of tasks a day." : "The recipient chose no emails about tasks.")
            : new Redirection.To(mail);
}
