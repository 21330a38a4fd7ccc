using Diversion.Casework.Staff;
using Diversion.Domain;

namespace Diversion.Web.Pages.Staff;

/// <summary>Whether somebody works, is covered, or leaves.</summary>
internal static class StaffStanding
{
    /// <param name="nameOf">By id.</param>
    public static string Of(MemberView person, Func<string, string> nameOf) => person switch
    {
        { HasLeft: true, LastDay: { } day } => $"Left on {Words.Date(day)}",
        { HasLeft: true } => "Left",
        { From: { } day } => $"Starts on {Words.Date(day)}",
        { LastDay: { } day } => $"Leaves; last day {Words.Date(day)}",
        { Cover: { } cover } => $"Covered by {nameOf(cover.By)} until {Words.Date(cover.Until)}",
        _ => "Works",
    };
}
