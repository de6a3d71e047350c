#pragma once
#include "Region.h"
