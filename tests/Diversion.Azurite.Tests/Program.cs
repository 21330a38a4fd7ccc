// Tests start this program as a process of its own, to kill it: see KillTests.
return args switch
{
    ["record"] => await Diversion.Azurite.Tests.Recording.Recorder.Run(),
    ["measure"] => await Diversion.Azurite.Tests.Measuring.StandingStill.Run(),
    [var connection, var hub, var worker, var clock] => await Diversion.Azurite.Tests.Hosts.Child.Run(connection, hub, worker, clock),
    _ => 2,
};
