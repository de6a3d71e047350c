#include "EmbeddedSupport.h"
