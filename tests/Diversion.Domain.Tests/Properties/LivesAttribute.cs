using System.Globalization;
using FsCheck.Xunit;

namespace Diversion.Domain.Tests.Properties;

/// <summary>
/// The properties of this class are tried with random journeys: 300 each, or as many as <c>DIVERSION_CASES</c> says. A
/// failure prints the journey; put it into <see cref="FoundJourneysTests"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LivesAttribute : PropertiesAttribute
{
    public LivesAttribute()
    {
        Arbitrary = [typeof(Journeys)];
        MaxTest = int.TryParse(Environment.GetEnvironmentVariable("DIVERSION_CASES"), CultureInfo.InvariantCulture, out var cases) ? cases : 300;
        QuietOnSuccess = true;
    }
}
